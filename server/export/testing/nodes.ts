import type { DocumentNode } from '#editor/core/document-node.ts'

/** Short hands for ProseMirror JSON in samples. */
type Inline = DocumentNode | string

const inline = (content: Inline[]): DocumentNode[] =>
  content.map(part => (typeof part === 'string' ? text(part) : part))

export const text = (value: string, ...marks: NonNullable<DocumentNode['marks']>): DocumentNode =>
  marks.length ? { type: 'text', text: value, marks } : { type: 'text', text: value }
export const bold = (value: string): DocumentNode => text(value, { type: 'bold' })
export const italic = (value: string): DocumentNode => text(value, { type: 'italic' })
export const link = (value: string, href: string): DocumentNode => text(value, { type: 'link', attrs: { href } })
export const note = (value: string): DocumentNode => ({ type: 'footnote', content: [text(value)] })
export const lineBreak: DocumentNode = { type: 'hardBreak' }

export const doc = (...content: DocumentNode[]): DocumentNode => ({ type: 'doc', content })
export const p = (...content: Inline[]): DocumentNode => ({ type: 'paragraph', content: inline(content) })
export const h = (level: 4 | 5, value: string): DocumentNode => ({
  type: 'heading',
  attrs: { level },
  content: [text(value)],
})
export const quote = (...content: DocumentNode[]): DocumentNode => ({ type: 'blockquote', content })
const item = (entry: Inline | DocumentNode[]): DocumentNode => ({
  type: 'listItem',
  content: Array.isArray(entry) ? entry : [p(entry)],
})
export const ul = (...items: (Inline | DocumentNode[])[]): DocumentNode => ({
  type: 'bulletList',
  content: items.map(item),
})
export const ol = (...items: (Inline | DocumentNode[])[]): DocumentNode => ({
  type: 'orderedList',
  attrs: { start: 1, type: null },
  content: items.map(item),
})

interface Spans {
  colspan?: number
  rowspan?: number
}
const cell = (type: string, content: Inline | DocumentNode[], { colspan = 1, rowspan = 1 }: Spans): DocumentNode => ({
  type,
  attrs: { colspan, rowspan, colwidth: null },
  content: Array.isArray(content) ? content : content === '' ? [{ type: 'paragraph' }] : [p(content)],
})
export const th = (content: Inline | DocumentNode[], spans: Spans = {}): DocumentNode =>
  cell('tableHeader', content, spans)
export const td = (content: Inline | DocumentNode[], spans: Spans = {}): DocumentNode =>
  cell('tableCell', content, spans)
export const table = (...rows: DocumentNode[][]): DocumentNode => ({
  type: 'table',
  content: rows.map(content => ({ type: 'tableRow', content })),
})
/** A table with one head row and plain cells. */
export const grid = (head: string[], rows: string[][]): DocumentNode =>
  table(
    head.map(value => th(value)),
    ...rows.map(row => row.map(value => td(value))),
  )
export const image = (imageId: string, alt: string): DocumentNode => ({ type: 'image', attrs: { imageId, alt } })
export const indicatorTable = (indicatorIds: string[], year: number, caption: string): DocumentNode => ({
  type: 'indicatorTable',
  attrs: { indicatorIds, year, caption },
})
