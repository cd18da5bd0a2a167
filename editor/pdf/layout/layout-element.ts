import layoutDocument from '@react-pdf/layout'
import { Font, pdf } from '@react-pdf/renderer'
import type { ReactElement } from 'react'
import type { LayoutNode } from './layout-node.ts'

// The types of both packages leave out what the code has: the tree of an element, and the font store as an argument.
type Layout = (document: unknown, fonts: unknown) => Promise<LayoutNode>
const layout = layoutDocument as unknown as Layout

/** Lays a document element out. @returns the document node; its children are the pages */
export async function layoutElement(document: ReactElement): Promise<LayoutNode> {
  const { container } = pdf(document as Parameters<typeof pdf>[0]) as unknown as { container: { document: unknown } }
  return layout(container.document, Font)
}
