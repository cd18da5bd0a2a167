import { z } from 'zod'
import { InvalidLayoutError } from '../errors.ts'
import { slug } from '../slug.ts'
import type { Column } from './columns.ts'
import { type Layout, type LayoutMeasure, type LayoutValue, layoutOf, layoutSchema, type PeriodRule } from './layout.ts'
import { PERIOD } from './period-text.ts'

export const VALUE_ROLES = ['result', 'target', 'national', 'comparison', 'budget', 'forecast'] as const

/** What a column of a file can be pointed out as. */
export const ROLES = [
  'ignore',
  'name',
  'area',
  'unit',
  'period',
  'gender',
  'numerator',
  'denominator',
  'better',
  'note',
  'status',
  ...VALUE_ROLES,
] as const

export type ColumnRole = (typeof ROLES)[number]

const units = ['percent', 'percent-any', 'count', 'persons', 'kr', 'tkr', 'mnkr', 'index', 'yesno', 'other'] as const
const betters = ['up', 'down', 'same', 'yes', 'comparison', 'none'] as const

/** What a person says of a file's columns: as much as a layout, in the words of the page that asks. */
export const pointingSchema = z.object({
  sheet: z.string().max(200).nullable(),
  /** Line of the header's first row. */
  headerLine: z.number().int().min(1),
  headerRows: z.number().int().min(1).max(4),
  columns: z.array(
    z.object({
      index: z.number().int().min(0).max(500),
      role: z.enum(ROLES),
      /** What the column measures, where the rows alone do not say it; empty for the measure of the rows. */
      measure: z.string().max(200),
    }),
  ),
  /** How each measure that a column names is counted; "" is the measure of the rows. */
  measures: z.array(
    z.object({
      name: z.string().max(200),
      /** `percent-any` may be less than 0 or more than 100. */
      unit: z.enum(units),
      unitText: z.string().max(40),
      better: z.enum(betters),
    }),
  ),
  /** Row group of every row, where no column says it. */
  area: z.string().max(200),
  /** Of the values that nothing in the file dates; empty where there are none. */
  period: z.string().max(20),
  /** Of months without a year. */
  year: z.number().int().min(1900).max(2199).nullable(),
  skipSums: z.boolean(),
})

export type Pointing = z.infer<typeof pointingSchema>

const isValue = (role: ColumnRole): role is LayoutValue['kind'] => (VALUE_ROLES as readonly string[]).includes(role)

const labelOf = (text: string) => {
  const tidy = text.replace(/\s+/g, ' ').trim()
  if (tidy === '' || slug(tidy) === '') return null
  return { text: tidy, slug: slug(tidy) }
}

function measureOf(
  pointing: Pointing,
  name: string,
  hasNames: boolean,
  units: string[],
  base: Layout | null,
): LayoutMeasure {
  const known = base?.measures.find(measure => ((hasNames ? measure.area : measure.name)?.text ?? '') === name)
  const said = pointing.measures.find(measure => measure.name === name)
  const unit = said?.unit ?? 'count'
  const area = labelOf(pointing.area)
  const label = labelOf(name)
  return {
    // Beside a column of names, a measure's own name is what its rows stand under.
    area: hasNames && label ? label : area,
    name: hasNames ? null : label,
    unit:
      units.length && said?.unit === 'other' && said.unitText === '' ? null : unit === 'percent-any' ? 'percent' : unit,
    unitText: unit === 'other' ? (said?.unitText ?? '') : '',
    unitColumns: units,
    share: unit !== 'percent-any',
    decimals: known?.decimals ?? null,
    better: said?.better ?? 'none',
  }
}

/** How a column without a period in its header is dated. */
function periodOf(column: Column, kind: LayoutValue['kind'], dated: Column | undefined, hasDated: boolean): PeriodRule {
  if (column.period) return { from: 'header' }
  if (dated) return { from: 'column', column: dated.name }
  return kind !== 'result' && hasDated ? { from: 'results' } : { from: 'file' }
}

const knownOf = (base: Layout | null, { name, pattern }: Column, kind: LayoutValue['kind']): LayoutValue | undefined =>
  base?.values.find(value => value.kind === kind && (value.column === name || value.column === pattern))

/** The column that says how many a value is of: of the same period where headers name periods. */
function besides(value: Column, candidates: Column[]): string | null {
  const matching = candidates.find(one => (one.period !== null) === (value.period !== null))
  return matching ? (value.period ? matching.pattern : matching.name) : null
}

/**
 * The layout that the choices make.
 * @param columns of the header that was pointed out
 * @param base the layout that the choices began from: what the page does not ask is kept from it
 * @throws InvalidLayoutError when nothing names the values, or no column has any
 */
export function pointedLayout(pointing: Pointing, columns: Column[], base: Layout | null): Layout {
  const withRole = (role: ColumnRole): Column[] =>
    pointing.columns
      .filter(choice => choice.role === role)
      .flatMap(choice => columns.find(column => column.index === choice.index) ?? [])
  const names = withRole('name').map(column => column.name)
  const units = withRole('unit').map(column => column.name)
  const [dated] = withRole('period')
  const chosen = pointing.columns.flatMap(({ index, role, measure }) => {
    const column = columns.find(one => one.index === index)
    return column && isValue(role) ? [{ column, kind: role, measure: measure.trim() }] : []
  })
  const measureNames = [...new Set(chosen.map(one => one.measure))]
  const hasDated = chosen.some(one => one.kind === 'result' && one.column.period)
  const values = chosen.map(
    ({ column, kind, measure }): LayoutValue => ({
      column: column.period ? column.pattern : column.name,
      measure: measureNames.indexOf(measure),
      kind,
      period: knownOf(base, column, kind)?.period ?? periodOf(column, kind, dated, hasDated),
      numerator: kind === 'result' ? besides(column, withRole('numerator')) : null,
      denominator: kind === 'result' ? besides(column, withRole('denominator')) : null,
    }),
  )
  const unique = [...new Map(values.map(value => [JSON.stringify(value), value])).values()]
  const layout = layoutOf({
    sheet: pointing.sheet,
    headerRows: pointing.headerRows,
    area: withRole('area').map(column => column.name),
    name: names,
    gender: withRole('gender').map(column => column.name),
    subgroups: false,
    better: withRole('better').map(column => column.name),
    note: withRole('note').map(column => column.name),
    status: withRole('status').map(column => column.name),
    skipRows: { columns: [], words: [], sums: pointing.skipSums },
    asked: { year: pointing.year, period: pointing.period || null },
    measures: measureNames.map(name => measureOf(pointing, name, names.length > 0, units, base)),
    values: unique,
  })
  const isNamed = names.length > 0 || layout.measures.every(measure => measure.name !== null)
  const parsed = isNamed ? layoutSchema.safeParse(layout) : null
  if (!parsed?.success) throw new InvalidLayoutError('pointed out')
  return parsed.data
}

const PERIOD_TEXT =
  /(?:(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|kvartal|tertial|halvår)\p{L}*[\s_–-]*(?:[1-4][\s_]+)?)*(?:19|20)\d\d(?:[-_]?\d\d)?/iu

/** "Utfall jan–nov 2023" and "utfall_2023" are "Utfall" and "utfall". */
export const headingWithoutPeriod = ({ header, pattern }: Column): string =>
  (pattern.includes(PERIOD) ? header.replace(PERIOD_TEXT, ' ') : header)
    .replace(/[\s_]+/g, ' ')
    .replace(/^[\s–-]+|[\s–-]+$/g, '')
