import type { Display } from '../../core/data-block/figure-cell.ts'
import { choiceIn, type DataQuery, earlierPeriod, periodOf, readDataQuery } from '../../core/data-block/query.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import type { FigureKind, FigureRef } from '../../core/figure.ts'
import { readPeriod } from '../../core/period.ts'

/** What the columns may show, in the order that they stand. */
export const COLUMN_KEYS = [
  'result',
  'target',
  'national',
  'comparison',
  'earlier',
  'change',
  'changePercent',
  'met',
  'assessment',
  'n',
  'note',
] as const
export type ColumnKey = (typeof COLUMN_KEYS)[number]

export const DEFAULT_COLUMNS: readonly ColumnKey[] = ['result', 'target', 'earlier', 'change', 'met']

/** How far back the results go: so many years, or the months of the period. */
export const SPREADS = ['1', '2', '3', '4', 'months'] as const
export type Spread = (typeof SPREADS)[number]

export const DISPLAYS = ['kr', 'tkr', 'mnkr'] as const

export interface IndicatorTableQuery extends DataQuery {
  columns: readonly ColumnKey[]
  spread: Spread
  /** Women and men below everybody. */
  genders: boolean
  /** Indicators of one area under a heading of their own. */
  grouped: boolean
  sums: boolean
  display: Display
}

const columnsIn = (value: unknown): readonly ColumnKey[] => {
  if (!Array.isArray(value)) return DEFAULT_COLUMNS
  const chosen = COLUMN_KEYS.filter(key => value.includes(key))
  return chosen.length ? chosen : DEFAULT_COLUMNS
}

export function readQuery(node: DocumentNode): IndicatorTableQuery {
  const { columns, spread, genders, grouped, sums, display } = node.attrs ?? {}
  return {
    ...readDataQuery(node),
    columns: columnsIn(columns),
    spread: choiceIn(spread, SPREADS) ?? '1',
    genders: genders === true,
    grouped: grouped !== false,
    sums: sums === true,
    display: choiceIn(display, DISPLAYS),
  }
}

/** The attributes of the node: what is as it is by default is null. */
export const attributesOf = ({ columns, spread, genders, grouped, sums, part, ...query }: IndicatorTableQuery) => ({
  ...query,
  part,
  columns: columns.join() === DEFAULT_COLUMNS.join() ? null : columns,
  spread: spread === '1' ? null : spread,
  genders: genders || null,
  grouped: grouped ? null : false,
  sums: sums || null,
})

/** Periods that the column `earlier` stands for, the latest year first, months as they come. */
export function earlierPeriods(query: IndicatorTableQuery): string[] {
  if (query.spread !== 'months')
    return Array.from({ length: Number(query.spread) }, (_, index) => earlierPeriod(query, index + 1))
  const period = readPeriod(periodOf(query))
  if (!period) return []
  return Array.from({ length: period.to - period.from + 1 }, (_, index) => {
    const month = String(period.from + index).padStart(2, '0')
    return `${period.year}-${month}`
  }).filter(month => month !== periodOf(query))
}

export const yearsBack = ({ spread }: IndicatorTableQuery): number => (spread === 'months' ? 1 : Number(spread))

const COMPARED: readonly ColumnKey[] = ['change', 'changePercent', 'met', 'assessment']
const JUDGED: readonly ColumnKey[] = ['met', 'assessment']

/** Every figure that the table shows, or counts or judges with. */
export function indicatorTableFigures(query: IndicatorTableQuery): FigureRef[] {
  const has = (keys: readonly ColumnKey[]): boolean => query.columns.some(column => keys.includes(column))
  const now = periodOf(query)
  const wanted: [FigureKind, string][] = [['result', now]]
  if (has(['target', ...JUDGED])) wanted.push(['target', now])
  if (has(COMPARED)) wanted.push(['result', earlierPeriod(query, 1)])
  if (has(['earlier'])) wanted.push(...earlierPeriods(query).map((period): [FigureKind, string] => ['result', period]))
  if (has(['national', ...JUDGED])) wanted.push(['national', now])
  if (has(['comparison', ...JUDGED])) wanted.push(['comparison', now])
  const distinct = new Map(wanted.map(([kind, period]) => [`${kind}|${period}`, { kind, period }]))
  const genders: FigureRef['gender'][] = query.genders ? ['T', 'K', 'M'] : ['T']
  return query.indicatorIds.flatMap(indicatorId =>
    genders.flatMap(gender =>
      [...distinct.values()].map(({ kind, period }) => ({ indicatorId, kind, period, gender })),
    ),
  )
}
