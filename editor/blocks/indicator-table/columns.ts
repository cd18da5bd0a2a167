import type { DataColumn } from '../../core/data-block/data-table.ts'
import { periodOf } from '../../core/data-block/query.ts'
import type { FigureKind, Indicator } from '../../core/figure.ts'
import { KIND_NAMES } from '../../core/figure-words.ts'
import { comparePeriods, monthName, periodName } from '../../core/period.ts'
import { type ColumnKey, DEFAULT_COLUMNS, earlierPeriods, type IndicatorTableQuery } from './query.ts'
import { sv } from './sv.ts'

/** A column that shows figures as they are, or one that is counted from them. */
export type TableColumn = DataColumn &
  ({ shows: 'figure'; kind: FigureKind; period: string } | { shows: Exclude<ColumnKey, 'earlier' | FigureKind> })

const figureColumn = (kind: FigureKind, period: string, text?: string): TableColumn => ({
  shows: 'figure',
  kind,
  period,
  text: text ?? `${KIND_NAMES[kind]} ${periodName(period)}`,
})

function earlierColumns(query: IndicatorTableQuery): TableColumn[] {
  const periods = earlierPeriods(query)
  if (query.spread !== 'months') return periods.map(period => figureColumn('result', period))
  return periods.map(period => figureColumn('result', period, monthName(period)))
}

function plain(key: ColumnKey, query: IndicatorTableQuery, allPercent: boolean): TableColumn[] {
  const now = periodOf(query)
  switch (key) {
    case 'result':
    case 'target':
    case 'national':
    case 'comparison':
      return [figureColumn(key, now)]
    case 'earlier':
      return earlierColumns(query)
    case 'change':
      return [{ shows: key, text: allPercent ? sv.changePoints : sv.change }]
    case 'changePercent':
      return [{ shows: key, text: sv.changePercent }]
    case 'met':
      return [{ shows: key, text: sv.targetMet, words: true }]
    case 'assessment':
      return [{ shows: key, text: sv.assessment, words: true }]
    case 'n':
      return [{ shows: key, text: sv.n(periodName(now)) }]
    case 'note':
      return [{ shows: key, text: sv.note, words: true }]
  }
}

/** Earlier results stand in the order of time, and the result after them. */
function inTime(columns: TableColumn[]): TableColumn[] {
  const isResult = (column: TableColumn) => column.shows === 'figure' && column.kind === 'result'
  const period = (column: TableColumn): string => (column.shows === 'figure' ? column.period : '')
  const results = columns.filter(isResult).sort((a, b) => comparePeriods(period(a), period(b)))
  return [...results, ...columns.filter(column => !isResult(column))]
}

/** The value columns, in their order: this year and the one before beside its target, or a series in the order of time. */
export function columnsOf(query: IndicatorTableQuery, indicators: (Indicator | undefined)[]): TableColumn[] {
  const allPercent = indicators.length > 0 && indicators.every(indicator => indicator?.unit === 'percent')
  const columns = query.columns.flatMap(key => plain(key, query, allPercent))
  const isUsual = query.spread === '1' && query.columns.join() === DEFAULT_COLUMNS.join()
  return isUsual ? columns : inTime(columns)
}
