import { type Assessment, assessTarget } from '../../core/arithmetic/assess-target.ts'
import { difference, percentChange } from '../../core/arithmetic/change.ts'
import { breakBetween } from '../../core/arithmetic/series-break.ts'
import type { DataCell } from '../../core/data-block/data-table.ts'
import { changeText, figureCell, MISSING, WITHHELD } from '../../core/data-block/figure-cell.ts'
import { earlierPeriod, periodOf } from '../../core/data-block/query.ts'
import { sv as words } from '../../core/data-block/sv.ts'
import { formatChange, formatNumber } from '../../core/format-number.ts'
import type { TableColumn } from './columns.ts'
import type { IndicatorTableQuery } from './query.ts'
import type { RowFigures } from './row-figures.ts'
import { sv } from './sv.ts'

const NBSP = '\u00a0'

/** A decimal more than the values have would be more than they can say. */
export const PERCENT_DECIMALS = 1

const metCell = (assessment: Assessment): DataCell => {
  if (assessment === 'unknown') return { text: sv.symbolUnknown, label: sv.unknown }
  return assessment === 'met' ? { text: `${sv.symbolMet} ${sv.met}` } : { text: `${sv.symbolNotMet} ${sv.notMet}` }
}

/** Symbol and word: never a symbol alone, and never colour. */
export function assessmentCell(assessment: Assessment): DataCell {
  const { symbol, text } = words.assessments[assessment]
  return { text: `${symbol} ${text}`, label: text }
}

export interface RowContext {
  query: IndicatorTableQuery
  /** All indicators are shares: the head says procentenheter. */
  allPercent: boolean
}

function judged(row: RowFigures, { query }: RowContext): Assessment {
  const now = periodOf(query)
  const before = earlierPeriod(query, 1)
  const { figure: result } = row.at('result', now)
  const { figure: target } = row.at('target', now)
  const comparesBack = target?.goal === 'increase' || target?.goal === 'decrease' || target?.goal === 'keep'
  const needsBefore = comparesBack && breakBetween(row.indicator, before, now) === null
  // What others have is looked up where it decides: a block says where all that it uses came from.
  const needsOthers = target?.goal === 'national'
  return assessTarget(row.indicator, {
    result,
    target,
    before: needsBefore ? row.at('result', before).figure : undefined,
    ...(needsOthers && {
      comparison: row.at('comparison', now).figure,
      national: row.at('national', now).figure,
    }),
  })
}

function changeCell(row: RowFigures, inPercent: boolean, { query, allPercent }: RowContext): DataCell {
  const { indicator } = row
  const [now, before] = [periodOf(query), earlierPeriod(query, 1)].map(period => row.at('result', period))
  const hidden = now?.hidden ?? before?.hidden ?? (now?.figure?.withheld || before?.figure?.withheld ? WITHHELD : null)
  if (hidden) return hidden
  if (breakBetween(indicator, earlierPeriod(query, 1), periodOf(query)))
    return { text: words.missing, label: words.breakLabel }
  const values = [now?.figure?.value ?? null, before?.figure?.value ?? null] as const
  if (indicator.unit === 'yesno') return { text: words.missing, label: sv.notCounted }
  if (inPercent) {
    if (indicator.unit === 'percent') return { text: words.missing, label: sv.inPoints }
    const change = percentChange(...values)
    if (!change) return MISSING
    const text = `${formatChange(change.percent, PERCENT_DECIMALS)}${NBSP}%`
    return change.isSmallBase ? { text: `${text}${NBSP}${sv.smallBaseMark}`, label: sv.smallBase(text) } : { text }
  }
  const change = difference(...values)
  if (!change) return MISSING
  const text = changeText(indicator, change, query.display)
  if (indicator.unit !== 'percent' || allPercent) return { text }
  return { text: `${text}${NBSP}${words.pointsShort}`, label: `${text} ${words.points}` }
}

function nCell(row: RowFigures, { query }: RowContext): DataCell {
  const { figure, hidden } = row.at('result', periodOf(query))
  if (hidden) return hidden
  if (figure?.withheld) return WITHHELD
  if (figure?.denominator == null || figure.status === 'suppressed') return MISSING
  const n = formatNumber(figure.denominator, 0)
  return { text: figure.numerator === null ? n : sv.of(formatNumber(figure.numerator, 0), n) }
}

/** What stands in one column of a row. */
export function tableCell(row: RowFigures, column: TableColumn, context: RowContext): DataCell {
  switch (column.shows) {
    case 'figure': {
      const { figure, hidden } = row.at(column.kind, column.period)
      return hidden ?? figureCell(row.indicator, figure, context.query.display)
    }
    case 'change':
    case 'changePercent':
      return changeCell(row, column.shows === 'changePercent', context)
    case 'met':
      return metCell(judged(row, context))
    case 'assessment':
      return assessmentCell(judged(row, context))
    case 'n':
      return nCell(row, context)
    case 'note':
      return { text: row.at('result', periodOf(context.query)).figure?.note ?? '' }
  }
}
