import type { MovedFigure } from '../../core/moved-figure.ts'
import type { FieldChanges, ReportStructure, SectionStructure } from '../../core/report-page.ts'
import type { Values } from '../../core/structure/field.ts'
import type { FieldPlace, ReportChange, SectionChange } from '../report-api.ts'

/** A change as it shows before the server has answered. Pure, so that it can be made again on what the server says. */
export type Edit = (structure: ReportStructure) => ReportStructure

const onSections =
  (change: (section: SectionStructure) => SectionStructure): Edit =>
  structure => ({ ...structure, sections: structure.sections.map(change) })

/** Whether an opened section may be written in, only the server knows; it says so right after. */
const lockFields = ({ mayWrite }: SectionStructure, locked: boolean, me: string): Partial<SectionStructure> =>
  locked
    ? { lockedAt: new Date().toISOString(), lockedBy: me, mayWrite: false }
    : { lockedAt: null, lockedBy: null, mayWrite }

export const sectionEdit =
  (sectionId: string, { locked, ...fields }: SectionChange): Edit =>
  structure =>
    onSections(section =>
      section.id === sectionId
        ? { ...section, ...fields, ...(locked !== undefined && lockFields(section, locked, structure.me.name)) }
        : section,
    )(structure)

export const confirmEdit = (sectionId: string): Edit =>
  onSections(section => (section.id === sectionId ? { ...section, carried: 'confirmed' } : section))

export const acceptEdit = (sectionId: string, accepted: MovedFigure[]): Edit =>
  onSections(section => {
    if (section.id !== sectionId || !section.movedFigures) return section
    const { movedFigures, ...others } = section
    const left = movedFigures.filter(({ key }) => !accepted.some(one => one.key === key))
    return left.length ? { ...others, movedFigures: left } : others
  })

export const reportEdit =
  (change: ReportChange): Edit =>
  structure => ({ ...structure, report: { ...structure.report, ...change } })

interface Held {
  values: Values
  changes: FieldChanges
}

/** @param value null for none */
function give<T extends Held>(holder: T, key: string, value: string | null, by: string): T {
  const before = holder.values[key] ?? null
  const { [key]: _before, ...others } = holder.values
  return {
    ...holder,
    values: value === null ? others : { ...others, [key]: value },
    changes: { ...holder.changes, [key]: { by, at: new Date().toISOString(), before } },
  }
}

/** A unit's own fields stand at its head, those of a row in its table. */
function giveUnit(
  section: SectionStructure,
  { id, key }: FieldPlace,
  value: string | null,
  by: string,
): SectionStructure {
  if (section.unit?.head && section.unit.id === id) return give(section, key, value, by)
  if (!section.tables.some(({ rows }) => rows.some(row => row.id === id))) return section
  let changes = section.rowChanges[id] ?? {}
  const tables = section.tables.map(table => ({
    ...table,
    rows: table.rows.map(row => {
      if (row.id !== id) return row
      const given = give({ values: row.values, changes }, key, value, by)
      changes = given.changes
      return { ...row, values: given.values }
    }),
  }))
  return { ...section, tables, rowChanges: { ...section.rowChanges, [id]: changes } }
}

/** @param value as the server would keep it; null for none */
export const valueEdit =
  (place: FieldPlace, value: string | null): Edit =>
  structure => {
    const by = structure.me.name
    if (place.of === 'report') return { ...structure, report: give(structure.report, place.key, value, by) }
    return onSections(section => {
      if (place.of === 'unit') return giveUnit(section, place, value, by)
      return section.id === place.id ? give(section, place.key, value, by) : section
    })(structure)
  }

/** Rows show their new place at once; units, whose texts move too, when the server has answered. */
export const rowMoveEdit = (unitId: string, before: string | null): Edit =>
  onSections(section => ({
    ...section,
    tables: section.tables.map(table => {
      const row = table.rows.find(one => one.id === unitId)
      if (!row) return table
      const others = table.rows.filter(one => one !== row)
      const at = before === null ? others.length : others.findIndex(one => one.id === before)
      return at < 0 ? table : { ...table, rows: others.toSpliced(at, 0, row) }
    }),
  }))

export const rowRemoveEdit = (unitId: string): Edit =>
  onSections(section => ({
    ...section,
    tables: section.tables.map(table => ({ ...table, rows: table.rows.filter(row => row.id !== unitId) })),
  }))
