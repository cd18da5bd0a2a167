import type { Struct } from '../struct.ts'
import type { TextLine } from './text-line.ts'

/** Points, from the parent's box. */
export interface Box {
  top: number
  left: number
  width: number
  height: number
  borderTopWidth?: number
  borderRightWidth?: number
  borderBottomWidth?: number
  borderLeftWidth?: number
}

export interface LayoutProps extends Record<string, unknown> {
  struct?: Struct
  id?: string
  fixed?: boolean
  isFlow?: boolean
}

/** A node of react-pdf's page tree after layout; the part of it that we read. */
export interface LayoutNode {
  type: string
  props?: LayoutProps
  style?: Record<string, unknown>
  box?: Box
  children?: LayoutNode[]
  /** Text of a text instance. */
  value?: string
  /** Lines of a text node. */
  lines?: TextLine[]
}

/** Calls `visit` with every node and its distance from the top of the page, from the outside in. */
export function walkLayout(node: LayoutNode, visit: (node: LayoutNode, top: number) => void, top = 0): void {
  const here = top + (node.box?.top ?? 0)
  visit(node, here)
  for (const child of node.children ?? []) walkLayout(child, visit, here)
}
