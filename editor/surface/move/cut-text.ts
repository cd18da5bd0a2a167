import type { Selection } from '@tiptap/pm/state'
import { uuidv4 } from 'lib0/random'
import type * as Y from 'yjs'
import { type DocumentNode, walk } from '../../core/document-node.ts'
import { withoutComments } from '../../marks/comment/without-comments.ts'
import type { Connection } from '../collab/connection.ts'
import { fragmentContent, type RefusedSection } from '../collab/refused-text.ts'
import type { TextOwner } from '../collab/unsent/unsent-names.ts'

const PREFIX = 'samskrift-cut'

/**
 * What was cut out last in this tab. Until it is pasted it is in the clipboard alone, which is lost with the browser or
 * at the next copy, and the deletion has been saved long since. The user is in the name: nobody is shown another's.
 */
export class CutText {
  readonly #key: string

  constructor({ userId, reportId }: TextOwner) {
    this.#key = [PREFIX, userId, reportId].join(':')
  }

  keep(sectionId: string, selection: Selection): void {
    const blocks = selection.content().content.toJSON() as DocumentNode[] | null
    if (!blocks) return
    const content = blocks[0]?.type === 'tableRow' ? [{ type: 'table', content: blocks }] : blocks
    const cut: RefusedSection = { id: uuidv4(), sectionId, content: withoutComments({ type: 'doc', content }) }
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(cut))
    } catch (error) {
      console.warn('What was cut out cannot be kept', error)
      sessionStorage.removeItem(this.#key)
    }
  }

  /** What was cut out and stands nowhere in the report; what has been pasted, or taken back, is forgotten. */
  left(doc: Y.Doc): RefusedSection | null {
    const kept = sessionStorage.getItem(this.#key)
    if (!kept) return null
    const cut = JSON.parse(kept) as RefusedSection
    const there = [...doc.share.keys()].flatMap(sectionId => linesOf(fragmentContent(doc, sectionId)))
    if (!linesOf(cut.content).every(line => there.some(one => one.includes(line)))) return cut
    this.forget(cut)
    return null
  }

  /** Not what was cut out since. */
  forget({ id }: RefusedSection): void {
    if (sessionStorage.getItem(this.#key)?.includes(id)) sessionStorage.removeItem(this.#key)
  }
}

/**
 * Offers what an earlier visit cut out and nobody pasted, once all that it left unsent is in the document.
 * @returns a function that stops waiting
 */
export function offerCutText(
  connection: Pick<Connection, 'getSnapshot' | 'subscribe' | 'offer'>,
  cutText: CutText,
): () => void {
  const stop = connection.subscribe(() => {
    const { room, ready, settled } = connection.getSnapshot()
    if (!room || !ready || !settled) return
    stop()
    const cut = cutText.left(room.doc)
    if (cut) connection.offer({ reason: 'cut', sections: [cut] }, async () => cutText.forget(cut))
  })
  return stop
}

/** Throws away what a user has cut out in this tab, in all reports. */
export function forgetCutText(userId: string): void {
  const start = `${PREFIX}:${userId}:`
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(start)) sessionStorage.removeItem(key)
}

/** Each paragraph's words, and what each picture, figure and block of data is of. */
function linesOf(content: DocumentNode): string[] {
  const lines: string[] = []
  walk(content, node => {
    const children = node.content ?? []
    const words = children.map(({ text }) => text ?? '').join('')
    if (words.trim() !== '') lines.push(words.trim())
    // The shared document holds no null.
    const attrs = Object.entries(node.attrs ?? {}).filter(([, value]) => value !== null && value !== undefined)
    if (children.length === 0 && node.text === undefined && attrs.length > 0)
      lines.push(`${node.type} ${JSON.stringify(attrs.sort(([one], [other]) => one.localeCompare(other)))}`)
  })
  return lines
}
