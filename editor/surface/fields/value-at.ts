import type { FieldChange, ReportStructure } from '../../core/report-page.ts'
import type { FieldPlace } from '../report-api.ts'

export interface ValueFound {
  /** Null for none. */
  value: string | null
  /** Its last change; null where nobody has touched it. */
  change: FieldChange | null
}

const NOTHING: ValueFound = { value: null, change: null }

/** What stands in a field now. */
export function valueAt({ report, sections }: ReportStructure, { of, id, key }: FieldPlace): ValueFound {
  const found = (values: Record<string, string>, changes: Record<string, FieldChange> = {}): ValueFound => ({
    value: values[key] ?? null,
    change: changes[key] ?? null,
  })
  if (of === 'report') return found(report.values, report.changes)
  for (const section of sections) {
    const isIts = of === 'section' ? section.id === id : section.unit?.head && section.unit.id === id
    if (isIts) return found(section.values, section.changes)
    const row = of === 'unit' && section.tables.flatMap(({ rows }) => rows).find(one => one.id === id)
    if (row) return found(row.values, section.rowChanges[id])
  }
  return NOTHING
}
