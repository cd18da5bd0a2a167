import type { ReportStructure, SectionStructure } from '#editor/core/report-page.ts'
import type { Field } from '#editor/core/structure/field.ts'
import { formatValue } from '#editor/core/structure/format-value.ts'
import { sv } from './sv.ts'

/** What a change was made to: what to call it, and the fields that it has. */
export interface Holder {
  name: string
  fields: readonly Field[]
}

const sectionHolders = (section: SectionStructure): [string, Holder][] => {
  const name = `${section.number} ${section.heading}`
  const own: Holder = { name, fields: section.fields }
  return [
    [section.id, own],
    ...(section.unit?.head ? [[section.unit.id, own] as [string, Holder]] : []),
    ...section.tables.flatMap(({ kind, rows }) =>
      rows.map(({ id }, index): [string, Holder] => [
        id,
        { name: sv.rowOf(name, kind.one, index + 1), fields: kind.fields },
      ]),
    ),
    ...section.removed.map((unit): [string, Holder] => [
      unit.id,
      { name: sv.removedFrom(name, unit.name), fields: section.tables.flatMap(({ kind }) => kind.fields) },
    ]),
  ]
}

/** By the ids that changes name. */
export const holdersOf = ({ sections }: ReportStructure): Map<string, Holder> =>
  new Map(sections.flatMap(sectionHolders))

/** A field's name and its values in words, where the change is one of a field. */
export function fieldOf(
  holder: Holder | undefined,
  change: string,
): { label: string; word: (value: unknown) => string } | null {
  if (!change.startsWith('value:')) return null
  const field = holder?.fields.find(({ key }) => key === change.slice('value:'.length))
  if (!field) return { label: sv.aField, word: value => `”${value}”` }
  return { label: field.label, word: value => `”${formatValue(field, String(value))}”` }
}
