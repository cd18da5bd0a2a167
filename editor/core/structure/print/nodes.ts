import type { DocumentNode } from '../../document-node.ts'

/** Lines of a long text are paragraphs. */
export const paragraphs = (text: string): DocumentNode[] =>
  text
    .split(/\n+/)
    .map(line => line.trim())
    .filter(Boolean)
    .map(line => ({ type: 'paragraph', content: [{ type: 'text', text: line }] }))

export const strongLine = (text: string): DocumentNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks: [{ type: 'bold' }] }],
})

/** One point for each text; lines of a text are its paragraphs. */
export const bulletList = (texts: string[]): DocumentNode => ({
  type: 'bulletList',
  content: texts.map(text => ({ type: 'listItem', content: text ? paragraphs(text) : [{ type: 'paragraph' }] })),
})

/** How a cell is shaded where it is drawn; what it means stands in its text. */
export type CellTone = 'low' | 'raised' | 'high'

const cell = (type: 'tableHeader' | 'tableCell', text: string, tone?: CellTone): DocumentNode => ({
  type,
  attrs: { colspan: 1, rowspan: 1, colwidth: null, ...(tone && { tone }) },
  content: text ? paragraphs(text) : [{ type: 'paragraph' }],
})

/** A cell that heads its column or its row. */
export const headCell = (text: string): DocumentNode => cell('tableHeader', text)
export const textCell = (text: string): DocumentNode => cell('tableCell', text)
export const tonedCell = (text: string, tone: CellTone): DocumentNode => cell('tableCell', text, tone)

const TONES: readonly unknown[] = ['low', 'raised', 'high'] satisfies CellTone[]

/** The shade of a cell that was printed with one. */
export const toneOf = ({ attrs }: DocumentNode): CellTone | null =>
  TONES.includes(attrs?.tone) ? (attrs?.tone as CellTone) : null

export const table = (rows: DocumentNode[][]): DocumentNode => ({
  type: 'table',
  content: rows.map(content => ({ type: 'tableRow', content })),
})
