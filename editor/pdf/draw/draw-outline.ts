import type { ContentsEntry } from '../document/contents.tsx'
import { type LayoutNode, walkLayout } from '../layout/layout-node.ts'
import type { OutlineItem, PdfKit } from './pdfkit.ts'

/** Bookmarks, nested as the sections are. */
export function drawOutline(pdf: PdfKit, entries: ContentsEntry[], pages: LayoutNode[]): void {
  const places = new Map<string, { pageNumber: number; top: number }>()
  for (const [pageNumber, page] of pages.entries())
    walkLayout(page, ({ props }, top) => {
      if (props?.id && !places.has(props.id)) places.set(props.id, { pageNumber, top: Math.max(0, top - 10) })
    })
  const open: { level: number; item: OutlineItem }[] = []
  for (const { anchor, level, text } of entries) {
    const place = places.get(anchor)
    if (!place) continue
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    // pdfkit counts `left` from the right edge of the page.
    const left = pdf.page.width
    const parent = open.at(-1)?.item ?? pdf.outline
    open.push({ level, item: parent.addItem(text, { ...place, left, fit: false, expanded: level === 1 }) })
  }
}
