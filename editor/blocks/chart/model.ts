import { isMoney } from '../../core/arithmetic/display-unit.ts'
import { breakBetween } from '../../core/arithmetic/series-break.ts'
import type { DataCell, DataTable } from '../../core/data-block/data-table.ts'
import { MISSING, shownValue } from '../../core/data-block/figure-cell.ts'
import { sv as words } from '../../core/data-block/sv.ts'
import type { FigureSet, Indicator } from '../../core/figure.ts'
import { unitName } from '../../core/figure-words.ts'
import { monthName, shortPeriodName } from '../../core/period.ts'
import { columnsOf } from '../indicator-table/columns.ts'
import { indicatorTableModel } from '../indicator-table/model.ts'
import { nameOf } from '../indicator-table/notes.ts'
import { type ChartKind, type ChartQuery, MOST_LINES, tableQueryOf } from './query.ts'
import { sv } from './sv.ts'

export interface ChartPoint {
  period: string
  /** "2023", "mars", "kv 2 2023" */
  label: string
  /** What is said of it in the table and beside the point. */
  cell: DataCell
  /** For drawing alone, in the unit that is shown; null leaves a gap. */
  value: number | null
  /** The series is measured another way from here on. */
  isBroken: boolean
}

export interface ChartSeries {
  id: string
  name: string
  points: ChartPoint[]
  target: { text: string; value: number | null } | null
}

export interface Chart {
  /** As it is drawn: too many lines, and what has different units, become small charts. */
  kind: ChartKind
  /** All values are percent, so that they can be compared in height. */
  isShare: boolean
  caption: string
  series: ChartSeries[]
  /** The chart in words, written from its figures. */
  description: string
  table: DataTable
  empty: string | null
}

const pointLabel = (period: string, { spread, kind }: ChartQuery): string =>
  spread === 'months' && kind !== 'bar' ? monthName(period) : shortPeriodName(period)

const unitOf = ({ unit, unitText }: Indicator, query: ChartQuery): string => {
  if (unit === 'percent' || unit === 'yesno') return ''
  return query.display && isMoney(unit) ? query.display : unitName({ unit, unitText })
}

/** A year's target of an amount is none for its months. */
const hasTarget = (indicator: Indicator, query: ChartQuery): boolean =>
  query.target && (query.spread !== 'months' || indicator.unit === 'percent' || indicator.unit === 'index')

class ChartBuilder {
  private readonly columns
  private readonly table: DataTable

  constructor(
    private readonly query: ChartQuery,
    private readonly data: FigureSet,
  ) {
    const tableQuery = tableQueryOf(query)
    this.table = indicatorTableModel(tableQuery, data)
    this.columns = columnsOf(
      tableQuery,
      query.indicatorIds.map(id => data.indicators[id]),
    )
  }

  private value(cell: DataCell, indicator: Indicator): number | null {
    const value = cell.figure ? this.data.figures[cell.figure]?.value : null
    const isShown = value != null && this.data.figures[cell.figure ?? '']?.status !== 'suppressed'
    return isShown ? Number(shownValue(value, indicator, this.query.display)) : null
  }

  /** What its axis counts; null for an indicator that is gone. */
  private unit(id: string): string | null {
    const indicator = this.data.indicators[id]
    if (!indicator) return null
    return indicator.unit === 'percent' ? '%' : unitOf(indicator, this.query)
  }

  private oneSeries(id: string): ChartSeries {
    const row = this.table.groups.flatMap(({ rows }) => rows).find(one => one.id === id)
    const indicator = this.data.indicators[id]
    if (!indicator || !row) return { id, name: words.gone(id), points: [], target: null }
    const points: ChartPoint[] = []
    let target: ChartSeries['target'] = null
    for (const [index, column] of this.columns.entries()) {
      if (column.shows !== 'figure') continue
      const cell = row.cells[index] ?? MISSING
      const value = this.value(cell, indicator)
      const { period } = column
      if (column.kind === 'target') {
        if (hasTarget(indicator, this.query) && cell.text !== MISSING.text) target = { text: cell.text, value }
        continue
      }
      const before = points.at(-1)?.period
      const isBroken = before !== undefined && breakBetween(indicator, before, period) !== null
      points.push({ period, label: pointLabel(period, this.query), cell, value, isBroken })
    }
    const unit = unitOf(indicator, this.query)
    const name = indicator.retired ? words.retired(nameOf(indicator)) : nameOf(indicator)
    return { id, name: unit ? `${name} (${unit})` : name, points, target }
  }

  build(): Chart {
    const { query, table } = this
    const series = query.indicatorIds.map(id => this.oneSeries(id))
    const units = new Set(query.indicatorIds.flatMap(id => this.unit(id) ?? []))
    const isTooMuch = units.size > 1 || (query.kind === 'line' && series.length > MOST_LINES)
    const kind = isTooMuch ? 'panels' : query.kind
    return {
      kind,
      isShare: units.size === 1 && units.has('%'),
      caption: query.caption,
      series,
      description: inWords(kind, series),
      table,
      empty: query.indicatorIds.length ? null : sv.empty,
    }
  }
}

const said = ({ text, label }: DataCell): string => label ?? text

/** "Stapeldiagram: Brytpunktssamtal 2022 60,0 %, 2023 47,1 %. Målet är 70 %." */
function inWords(kind: ChartKind, all: ChartSeries[]): string {
  const sentences = all.map(({ name, points, target }) => {
    const values = points.map(({ label, cell }) => sv.point(label, said(cell))).join(', ')
    const breaks = points.filter(({ isBroken }) => isBroken).map(({ label }) => sv.breakIs(label))
    return [sv.series(name, values), ...(target ? [sv.targetIs(target.text)] : []), ...breaks].join(' ')
  })
  return sv.describe(sv.kinds[kind], sentences)
}

/** What a chart draws, says and shows as a table. */
export const chartModel = (query: ChartQuery, data: FigureSet): Chart => new ChartBuilder(query, data).build()
