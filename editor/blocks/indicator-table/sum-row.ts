import Big from 'big.js'
import { difference, percentChange } from '../../core/arithmetic/change.ts'
import { isMoney } from '../../core/arithmetic/display-unit.ts'
import { breakBetween } from '../../core/arithmetic/series-break.ts'
import { roundingShows, type Sum, sum } from '../../core/arithmetic/sum.ts'
import type { DataCell, DataRow } from '../../core/data-block/data-table.ts'
import {
  changeText,
  EMPTY_CELL,
  MISSING,
  shownDecimals,
  shownValue,
  valueText,
} from '../../core/data-block/figure-cell.ts'
import { earlierPeriod, periodOf } from '../../core/data-block/query.ts'
import { sv as words } from '../../core/data-block/sv.ts'
import type { FigureKind, Indicator } from '../../core/figure.ts'
import { formatChange } from '../../core/format-number.ts'
import type { TableColumn } from './columns.ts'
import type { IndicatorTableQuery } from './query.ts'
import type { RowFigures } from './row-figures.ts'

/** The unit that a sum of all of them is in; null where they cannot be summed. */
export function summedAs(indicators: Indicator[], { display }: IndicatorTableQuery): Indicator | null {
  const [first] = indicators
  if (!first || indicators.length < 2 || indicators.some(({ doesNotSum }) => doesNotSum)) return null
  const decimals = Math.max(...indicators.map(indicator => shownDecimals(indicator, display)))
  if (display && indicators.every(({ unit }) => isMoney(unit))) return { ...first, decimals, unit: display }
  const isOne = indicators.every(({ unit }) => unit === first.unit)
  const adds = first.unit === 'count' || first.unit === 'persons' || isMoney(first.unit)
  return isOne && adds ? { ...first, decimals } : null
}

export interface SummedRow {
  row: DataRow
  /** Something is missing in it. */
  isPartial: boolean
  /** The parts as shown do not add up to it. */
  isRounded: boolean
}

/** A row with the sums of others, from unrounded values. */
export class SumRow {
  #isPartial = false
  #isRounded = false

  constructor(
    private readonly rows: RowFigures[],
    private readonly unit: Indicator,
    private readonly query: IndicatorTableQuery,
  ) {}

  build(id: string, heading: string, columns: TableColumn[]): SummedRow {
    const cells = columns.map(column => this.cell(column))
    return {
      row: { id, heading: { text: heading }, kind: 'total', cells },
      isPartial: this.#isPartial,
      isRounded: this.#isRounded,
    }
  }

  private parts(kind: FigureKind, period: string): (string | null)[] {
    const { display } = this.query
    return this.rows.map(row => {
      const value = row.at(kind, period).figure?.value ?? null
      return value === null ? null : shownValue(value, row.indicator, display).toString()
    })
  }

  private figureCell(kind: FigureKind, period: string): DataCell {
    const parts = this.parts(kind, period)
    const { total, missing } = sum(parts)
    if (total === null) return MISSING
    const known = parts.filter(part => part !== null)
    this.#isRounded ||= roundingShows(
      known.map(part => new Big(part)),
      total,
      this.unit.decimals,
    )
    const text = valueText(this.unit, total)
    if (missing === 0) return { text }
    this.#isPartial = true
    return { text: `${text}\u00a0${words.sumMark}`, label: words.sumLabel(text, missing) }
  }

  /** Two sums are compared only where both are of all the parts. */
  private whole(period: string): string | null {
    const { total, missing }: Sum = sum(this.parts('result', period))
    return missing === 0 ? (total?.toFixed() ?? null) : null
  }

  private changeCell(inPercent: boolean): DataCell {
    const periods = [periodOf(this.query), earlierPeriod(this.query, 1)] as const
    if (this.rows.some(({ indicator }) => breakBetween(indicator, periods[1], periods[0])))
      return { text: words.missing, label: words.breakLabel }
    const [now, before] = [this.whole(periods[0]), this.whole(periods[1])]
    if (inPercent) {
      const change = percentChange(now, before)
      return change ? { text: `${formatChange(change.percent, 1)}\u00a0%` } : MISSING
    }
    const change: Big | null = difference(now, before)
    return change ? { text: changeText(this.unit, change) } : MISSING
  }

  private cell(column: TableColumn): DataCell {
    if (column.shows === 'change' || column.shows === 'changePercent')
      return this.changeCell(column.shows === 'changePercent')
    if (column.shows !== 'figure' || column.kind === 'national' || column.kind === 'comparison') return EMPTY_CELL
    return this.figureCell(column.kind, column.period)
  }
}
