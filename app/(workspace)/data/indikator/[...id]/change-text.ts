import type { Indicator } from '#editor/core/figure.ts'
import { unitName } from '#editor/core/figure-words.ts'
import { formatDate } from '#editor/core/format-date.ts'
import { sourceName } from '#editor/core/source-name.ts'
import { sv as passportWords } from '#editor/surface/passport/sv.ts'
import type { ChangedColumns, LoggedColumn } from '#server/indicators/catalogue/read-catalogue-log.ts'
import { ROLE_NAMES } from '#server/policies/role-names.ts'
import { breaksText } from './breaks-text.ts'
import { sv as words } from './sv.ts'

const sv = words.log
const TEXT = (value: unknown): string => (value === '' || value === null ? '' : `”${value}”`)

/** Columns of `indicator`: what each is called, and its value in words; "" where it has none. */
const COLUMNS: Record<LoggedColumn, { name: string; of: (value: unknown) => string }> = {
  definition: { name: sv.columns.definition, of: TEXT },
  owner_role: {
    name: sv.columns.ownerRole,
    of: value => (value === null ? '' : ROLE_NAMES[value as keyof typeof ROLE_NAMES]),
  },
  rhythm: { name: sv.columns.rhythm, of: value => words.form.rhythms[value as keyof typeof words.form.rhythms] },
  small_number: { name: sv.columns.smallNumber, of: value => (value === null ? '' : String(value)) },
  does_not_sum: { name: sv.columns.doesNotSum, of: value => (value ? sv.doNotSum : sv.doSum) },
  breaks: {
    name: sv.columns.breaks,
    of: value => TEXT(breaksText(value as Parameters<typeof breaksText>[0]).replaceAll('\n', '; ')),
  },
  name: { name: sv.columns.name, of: TEXT },
  area: { name: sv.columns.area, of: TEXT },
  unit: { name: sv.columns.unit, of: value => unitName({ unit: value as Indicator['unit'], unitText: '' }) },
  unit_text: { name: sv.columns.unitText, of: TEXT },
  decimals: { name: sv.columns.decimals, of: String },
  better: {
    name: sv.columns.better,
    of: value => passportWords.better[value as Indicator['better']] ?? sv.neither,
  },
  by_gender: { name: sv.columns.byGender, of: value => (value ? sv.split : sv.together) },
  retired_at: {
    name: sv.columns.retiredAt,
    of: value => (value === null ? '' : formatDate(String(value).slice(0, 10))),
  },
  source: { name: sv.columns.source, of: value => sourceName(String(value)) },
  code: { name: sv.columns.code, of: TEXT },
}

/** One change of the catalogue as a sentence: "Definitionen ändrades från ”…” till ”…”." */
export function changeText(column: LoggedColumn, { before, after }: { before: unknown; after: unknown }): string {
  const { name, of } = COLUMNS[column]
  const [old, now] = [of(before), of(after)]
  if (old === '') return sv.added(name, now)
  return now === '' ? sv.removed(name, old) : sv.changed(name, old, now)
}

/** What one person changed at once, a sentence a column. */
export const changeTexts = (changes: ChangedColumns): string[] =>
  (Object.keys(changes) as LoggedColumn[]).flatMap(column => {
    const change = changes[column]
    return change ? changeText(column, change) : []
  })
