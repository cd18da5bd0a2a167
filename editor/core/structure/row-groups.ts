import { formatValue } from './format-value.ts'
import type { Row, RowTable } from './structured-section.ts'

/** Rows that are added up together. */
export interface RowGroup {
  /** What they say in the field that they are grouped by, in words; null for those that say nothing there. */
  name: string | null
  rows: Row[]
}

/**
 * The rows of a list by the field that groups them: groups stand where their first row does, rows without one last.
 * @returns null where the kind has no groups, or where no two rows are of the same
 */
export function rowGroups({ kind, rows }: RowTable): RowGroup[] | null {
  const field = kind.fields.find(({ key }) => key === kind.groups?.by)
  if (!field) return null
  const groups = new Map<string | undefined, Row[]>()
  for (const row of rows) groups.set(row.values[field.key], [...(groups.get(row.values[field.key]) ?? []), row])
  const named = [...groups].filter(([value]) => value !== undefined)
  if (!named.some(([, members]) => members.length > 1)) return null
  const without = groups.get(undefined)
  return [
    ...named.map(([value = '', members]) => ({ name: formatValue(field, value), rows: members })),
    ...(without ? [{ name: null, rows: without }] : []),
  ]
}
