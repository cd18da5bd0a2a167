import type { DocumentNode } from '../../core/document-node.ts'
import { readQuery } from './model.ts'

/** Years in the caption that are those of the table's own columns. */
const moveCaption = (caption: string, year: number, years: number): string =>
  caption.replace(/(?<!\d)\d{4}(?!\d)/g, found =>
    [year, year - 1].includes(Number(found)) ? String(Number(found) + years) : found,
  )

/** The same indicators for the later year: what was the result is then what it is compared with. */
export function moveTableOn(node: DocumentNode, years: number): DocumentNode {
  const { year, caption } = readQuery(node)
  if (!year) return node
  return { ...node, attrs: { ...node.attrs, year: year + years, caption: moveCaption(caption, year, years) } }
}
