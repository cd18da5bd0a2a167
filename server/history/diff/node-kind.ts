import { getSchema } from '@tiptap/core'
import { documentExtensions } from '#editor/blocks/extensions.ts'
import { type DocumentNode, textOf } from '#editor/core/document-node.ts'

export const documentSchema = getSchema(documentExtensions)

/** Whether the block holds running text, blocks, or nothing of either (pictures, data blocks). */
export function kindOf(node: DocumentNode): 'text' | 'container' | 'leaf' {
  const type = documentSchema.nodes[node.type]
  if (!type || type.isAtom) return 'leaf'
  return type.inlineContent ? 'text' : 'container'
}

const FAMILIES: Record<string, string> = {
  heading: 'paragraph',
  orderedList: 'bulletList',
  tableHeader: 'tableCell',
}

/** Types that one block may pass between and still be the same block: a paragraph can be made a heading. */
export const familyOf = ({ type }: DocumentNode): string => FAMILIES[type] ?? type

/** What is written in a node, without form, line by line. */
export const writtenIn = (node: DocumentNode): string => textOf(node, '\n')

/** Attributes that say something: a missing one and one that is null are the same. Sorted by name. */
export const attributesOf = (attrs: Record<string, unknown> = {}): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(attrs)
      .filter(([, value]) => value !== null && value !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )

/** Equal for nodes that read and look the same. */
export function keyOf(node: DocumentNode): string {
  return JSON.stringify(plain(node))
}

const plain = ({ type, attrs, text, marks, content }: DocumentNode): unknown => [
  type,
  attributesOf(attrs),
  text ?? null,
  marksKey(marks),
  (content ?? []).map(plain),
]

/** Equal for the same marks in whatever order. */
export const marksKey = (marks: DocumentNode['marks'] = []): string =>
  marks
    .map(mark => JSON.stringify([mark.type, attributesOf(mark.attrs)]))
    .sort()
    .join()
