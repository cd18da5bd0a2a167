import type * as Y from 'yjs'
import { type DocumentNode, walk } from '../../core/document-node.ts'
import { fragmentContent, type RefusedSection } from '../collab/refused-text.ts'

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

/** Whether all of a text stands in others, line by line and wherever that is. */
export function standsAmong({ content }: RefusedSection, others: readonly DocumentNode[]): boolean {
  const there = others.flatMap(linesOf)
  return linesOf(content).every(line => there.some(one => one.includes(line)))
}

/** Whether all of a text stands somewhere in the report. */
export const standsIn = (section: RefusedSection, doc: Y.Doc): boolean =>
  standsAmong(
    section,
    [...doc.share.keys()].map(sectionId => fragmentContent(doc, sectionId)),
  )
