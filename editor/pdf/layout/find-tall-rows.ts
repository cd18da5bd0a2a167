import type { StructRole } from '../struct.ts'
import { page } from '../theme.ts'
import type { LayoutNode } from './layout-node.ts'

const height = (node: LayoutNode): number => node.box?.height ?? 0

function find(node: LayoutNode, role: StructRole): LayoutNode[] {
  if (node.props?.struct?.role === role) return [node]
  return (node.children ?? []).flatMap(child => find(child, role))
}

/** Caption and head, which stand above a row on its page. */
const above = (table: LayoutNode): number =>
  [...find(table, 'Caption'), ...find(table, 'THead')].reduce((sum, node) => sum + height(node), 0)

/** Ids of rows that no page is long enough for: drawn again, they may be cut. */
export function findTallRows(pages: LayoutNode[], known: ReadonlySet<string>): string[] {
  const tables = pages.flatMap(sheet => find(sheet, 'Table').map(table => ({ table, sheet })))
  const heads = new Map<string, number>()
  for (const { table } of tables) {
    const id = table.props?.struct?.id ?? ''
    heads.set(id, Math.max(heads.get(id) ?? 0, above(table)))
  }
  return tables.flatMap(({ table, sheet }) => {
    const room = height(sheet) - page.top - page.bottom - (heads.get(table.props?.struct?.id ?? '') ?? 0) - 20
    return find(table, 'TR').flatMap(row => {
      const id = row.props?.struct?.id
      return id !== undefined && !known.has(id) && height(row) > room ? [id] : []
    })
  })
}
