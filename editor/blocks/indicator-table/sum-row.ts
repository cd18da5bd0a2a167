import { difference, percentChange } from '../../core/arithmetic/change.ts'
import { breakBetween } from '../../core/arithmetic/series-break.ts'
import type { DataCell, DataRow } from '../../core/data-block/data-table.ts'
import { changeText, EMPTY_CELL, MISSING } from '../../core/data-block/figure-cell.ts'
import { earlierPeriod, periodOf } from '../../core/data-block/query.ts'
import { type SumCell, sumCell, summedValue } from '../../core/data-block/sum-cell.ts'
import { sv as words } from '../../core/data-block/sv.ts'
import type { FigureKind, Indicator } from '../../core/figure.ts'
import { formatChange } from '../../core/format-number.ts'
import { PERCENT_DECIMALS } from './cells.ts'
import type { TableColumn } from './columns.ts'
import type { IndicatorTableQuery } from './query.ts'
import type { RowFigures } from './row-figures.ts'

export interface SummedRow {
  row: DataRow
  isPartial: boolean
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

  private sum(kind: FigureKind, period: string): SumCell {
    const parts = this.rows.map(row => summedValue(row.at(kind, period).figure, row.indicator, this.query.display))
    return sumCell(parts, this.unit)
  }

  private figureCell(kind: FigureKind, period: string): DataCell {
    const { cell, isPartial, isRounded } = this.sum(kind, period)
    this.#isPartial ||= isPartial
    this.#isRounded ||= isRounded
    return cell
  }

  /** Two sums are compared only where both are of all the parts. */
  private changeCell(inPercent: boolean): DataCell {
    const [now, before] = [periodOf(this.query), earlierPeriod(this.query, 1)]
    if (this.rows.some(({ indicator }) => breakBetween(indicator, before, now)))
      return { text: words.missing, label: words.breakLabel }
    const values = [this.sum('result', now).whole, this.sum('result', before).whole] as const
    if (inPercent) {
      const change = percentChange(...values)
      return change ? { text: `${formatChange(change.percent, PERCENT_DECIMALS)}\u00a0%` } : MISSING
    }
    const change = difference(...values)
    return change ? { text: changeText(this.unit, change) } : MISSING
  }

  private cell(column: TableColumn): DataCell {
    if (column.shows === 'change' || column.shows === 'changePercent')
      return this.changeCell(column.shows === 'changePercent')
    if (column.shows !== 'figure' || column.kind === 'national' || column.kind === 'comparison') return EMPTY_CELL
    return this.figureCell(column.kind, column.period)
  }
}
