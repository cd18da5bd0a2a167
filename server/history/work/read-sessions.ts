import * as Y from 'yjs'
import { isCommentForm } from '#editor/marks/comment/comment-form.ts'
import { unpackUpdates } from '../../documents/log-data.ts'
import { joinSessions, type Session } from '../session.ts'
import type { LogRow, SessionsInput } from './history-jobs.ts'
import { rebuild } from './rebuild.ts'

type Sections = Session['sections']

/** Who wrote where, from the log: it is applied row by row, and Yjs says what each one touched. */
export function readSessions({ source, seq, rows, sectionIds }: SessionsInput): Session[] {
  const doc = rebuild(source, sectionIds)
  const names = new Map(sectionIds.map(id => [doc.getXmlFragment(id) as unknown, id]))
  let touched: Sections = []
  doc.on('afterTransaction', transaction => {
    touched = touchedIn(transaction, names)
  })
  const parts: Session[] = []
  let beforeSeq = seq
  for (const row of rows) {
    touched = []
    try {
      const updates = unpackUpdates(row)
      doc.transact(() => {
        for (const update of updates) Y.applyUpdate(doc, update)
      })
    } catch {
      // In no fold either: nobody ever saw it.
      continue
    }
    if (touched.length > 0) parts.push(sessionOf(row, beforeSeq, touched))
    beforeSeq = row.seq
  }
  doc.destroy()
  return joinSessions(parts)
}

const sessionOf = ({ userId, at, seq }: LogRow, beforeSeq: number, sections: Sections): Session => ({
  userId,
  from: at,
  to: at,
  beforeSeq,
  fromSeq: seq,
  toSeq: seq,
  sections,
})

function touchedIn(transaction: Y.Transaction, names: Map<unknown, string>): Sections {
  const sections: Sections = []
  const byId = new Map<string, Sections[number]>()
  for (const type of transaction.changedParentTypes.keys()) {
    const id = names.get(type)
    if (id === undefined) continue
    const section = { id, added: 0, removed: 0 }
    byId.set(id, section)
    sections.push(section)
  }
  const sectionOf = (item: Y.Item): Sections[number] | undefined => byId.get(names.get(rootOf(item)) ?? '')
  // The place of a comment is in the document, and is nobody's writing.
  const commented = new Set<Sections[number]>()
  const written = new Set<Sections[number]>()
  const see = (item: Y.Item, count: (section: Sections[number]) => void): void => {
    const section = sectionOf(item)
    if (!section) return
    const { content } = item
    if (content instanceof Y.ContentFormat && isCommentForm(content.key)) commented.add(section)
    else written.add(section)
    if (content instanceof Y.ContentString) count(section)
  }
  const isNew = ({ id }: Y.Item): boolean => id.clock >= (transaction.beforeState.get(id.client) ?? 0)
  for (const [client, clock] of transaction.afterState) {
    const from = transaction.beforeState.get(client) ?? 0
    if (from === clock) continue
    for (const struct of structsFrom(transaction.doc, client, from)) {
      if (!(struct instanceof Y.Item)) continue
      see(struct, section => {
        if (!struct.deleted) section.added += struct.length
      })
    }
  }
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct: Y.Item | Y.GC) => {
    if (!(struct instanceof Y.Item) || isNew(struct)) return
    see(struct, section => {
      section.removed += struct.length
    })
  })
  return sections.filter(section => written.has(section) || !commented.has(section))
}

/** Structs of a client from a clock on; they are sorted by clock. */
function structsFrom(doc: Y.Doc, client: number, clock: number): (Y.Item | Y.GC)[] {
  const structs = doc.store.clients.get(client) ?? []
  let first = structs.length
  while (first > 0 && (structs[first - 1]?.id.clock ?? 0) >= clock) first -= 1
  return structs.slice(first)
}

function rootOf(item: Y.Item): unknown {
  let parent = item.parent as { _item: Y.Item | null } | null
  while (parent?._item) parent = parent._item.parent as typeof parent
  return parent
}
