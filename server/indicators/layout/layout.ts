import { z } from 'zod'
import { readPeriod } from '#editor/core/period.ts'

/** Names of columns without case, accents and spaces: "Målvärde 2023" in a file is `malvarde_2023`. */
const column = z.string().min(1).max(200)
/** The first of them that the file has; none where the list is empty. */
const columns = z.array(column).max(8)
const period = z.string().refine(text => readPeriod(text) !== null)

const label = z.object({
  text: z.string().min(1).max(200),
  /** Its part of the indicator's id. */
  slug: z.string().regex(/^[\p{Ll}\p{N}]+(?:-[\p{Ll}\p{N}]+)*$/u),
})

const measure = z.object({
  /** Row group, the same for every row; null where a column says it, or there is none. */
  area: label.nullable(),
  /** The indicator's name, where the column is one indicator; null where a column names it. */
  name: label.nullable(),
  /** Null where a column says it. */
  unit: z.enum(['percent', 'count', 'persons', 'kr', 'tkr', 'mnkr', 'index', 'yesno', 'other']).nullable(),
  unitText: z.string().max(40),
  /** States the unit on every row. */
  unitColumns: columns,
  /** Of percent: it is a part of a whole, so never less than 0 nor more than 100. */
  share: z.boolean(),
  /** Null: as many as the file writes. */
  decimals: z.number().int().min(0).max(6).nullable(),
  better: z.enum(['up', 'down', 'same', 'yes', 'comparison', 'none']),
})

const periodRule = z.discriminatedUnion('from', [
  /** The header names it: "resultat_2023". */
  z.object({ from: z.literal('header') }),
  /** Every period that the results of the measure have: a target without a year of its own. */
  z.object({ from: z.literal('results') }),
  /** The calendar years of those: a forecast for the year beside the outcome of eleven months. */
  z.object({ from: z.literal('result-years') }),
  z.object({ from: z.literal('column'), column }),
  /** The file does not say; the person who imports it does, each time. */
  z.object({ from: z.literal('file') }),
])

const value = z.object({
  /** With `{period}` where the period stands. */
  column,
  /** Index in `measures`. */
  measure: z.number().int().min(0),
  kind: z.enum(['result', 'target', 'national', 'comparison', 'budget', 'forecast']),
  period: periodRule,
  /** How many the value is of, and how many of those; `{period}` as in the value's own column. */
  numerator: column.nullable(),
  denominator: column.nullable(),
})

/**
 * How a table becomes observations, pointed out once for each kind of file. The header is found by its words, so rows
 * above it may come and go, and the order of the columns is free.
 */
export const layoutSchema = z
  .object({
    /** Null: the first sheet that is not hidden. */
    sheet: z.string().max(200).nullable(),
    /** Rows that together are the header. */
    headerRows: z.number().int().min(1).max(4),
    area: columns,
    name: columns,
    gender: columns,
    /** Words in the gender's column that name no gender are part of the name: "sjuksköterskor". */
    subgroups: z.boolean(),
    better: columns,
    note: columns,
    /** Says "preliminär" of a row's values. */
    status: columns,
    /** Rows that are left out: those whose column has one of the words, and those whose name begins with "Summa" or "Totalt". */
    skipRows: z.object({ columns, words: z.array(z.string().max(100)).max(20), sums: z.boolean() }),
    /** The year of months that a column names without year, and the period of `from: 'file'`. Asked for each file. */
    asked: z.object({ year: z.number().int().min(1900).max(2199).nullable(), period: period.nullable() }),
    measures: z.array(measure).min(1).max(100),
    values: z.array(value).min(1).max(200),
  })
  .refine(layout => layout.values.every(one => one.measure < layout.measures.length))

export type Layout = z.infer<typeof layoutSchema>
export type LayoutMeasure = Layout['measures'][number]
export type LayoutValue = Layout['values'][number]
export type PeriodRule = LayoutValue['period']

const NO_ROWS: Layout['skipRows'] = { columns: [], words: [], sums: false }

/** A layout of only its own words; the rest is how most files are. */
export const layoutOf = (
  own: Pick<Layout, 'measures' | 'values'> & Partial<Omit<Layout, 'measures' | 'values'>>,
): Layout => ({
  sheet: null,
  headerRows: 1,
  area: [],
  name: [],
  gender: [],
  subgroups: false,
  better: [],
  note: [],
  status: [],
  skipRows: NO_ROWS,
  asked: { year: null, period: null },
  ...own,
})

export const share: LayoutMeasure = {
  area: null,
  name: null,
  unit: 'percent',
  unitText: '',
  unitColumns: [],
  share: true,
  decimals: 1,
  better: 'up',
}
