import { color } from '../theme.ts'
import type { LayoutNode } from './layout-node.ts'

const changed = (style: Record<string, unknown>, accent: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(style).map(([key, value]) => [key, value === color.accent ? accent : value]))

/**
 * Gives laid-out pages the organisation's colour in place of ours, wherever a block has drawn with `color.accent`.
 * Charts keep theirs: their colours are chosen to be told apart.
 */
export function recolour(node: LayoutNode, accent: string): void {
  if (node.type === 'SVG' || accent === color.accent) return
  if (node.style) node.style = changed(node.style, accent)
  for (const line of node.lines ?? []) {
    for (const run of line.runs) run.attributes = { ...run.attributes, ...changed({ ...run.attributes }, accent) }
    for (const decoration of line.decorationLines ?? []) Object.assign(decoration, changed({ ...decoration }, accent))
  }
  for (const child of node.children ?? []) recolour(child, accent)
}
