import Big from 'big.js'
import { budgetUse, deviation } from '../../core/arithmetic/deviation.ts'
import { isMoney } from '../../core/arithmetic/display-unit.ts'
import type { DataCell, DataRow, DataTable } from '../../core/data-block/data-table.ts'
import { changeText, figureCell, MISSING, shownDecimals } from '../../core/data-block/figure-cell.ts'
import { FigureReader } from '../../core/data-block/figure-reader.ts'
import { periodOf } from '../../core/data-block/query.ts'
import { type SumCell, sumCell, summedAs, summedValue } from '../../core/data-block/sum-cell.ts'
import { sv as words } from '../../core/data-block/sv.ts'
import type { Figure, FigureSet, Indicator } from '../../core/figure.ts'
import { unitName } from '../../core/figure-words.ts'
import { formatNumber } from '../../core/format-number.ts'
import { periodName } from '../../core/period.ts'
import { forecastWarnings } from './forecast-warnings.ts'
import { type EconomyColumn, type EconomyTableQuery, shownFigure } from './query.ts'
import { sv } from './sv.ts'

interface Post {
  id: string
  indicator: Indicator
}

function columnText(column: EconomyColumn, query: EconomyTableQuery): string {
  const period = periodName(shownFigure(column, query)?.period ?? periodOf(query))
  switch (column) {
    case 'deviation':
      return sv.deviation[query.convention]
    case 'use':
      return sv.use
    case 'forecast':
      return sv.forecast[query.forecast](query.year)
    default:
      return sv[column](period)
  }
}

const budgetUseCell = (use: Big | null): DataCell => (use ? { text: `${formatNumber(use, 1)}\u00a0%` } : MISSING)

const shown = (value: string, decimals: number): Big => new Big(value).round(decimals, Big.roundHalfUp)

class EconomyBuilder {
  private readonly reader: FigureReader
  private isPartial = false
  private isRounded = false
  private isSummed = true

  constructor(
    private readonly query: EconomyTableQuery,
    data: FigureSet,
  ) {
    this.reader = new FigureReader(data)
  }

  private figure(indicator: Indicator, column: EconomyColumn): Figure | undefined {
    const ref = shownFigure(column, this.query)
    return ref ? this.reader.read({ indicatorId: indicator.id, ...ref, gender: 'T' }) : undefined
  }

  /** What is counted from a budget and an outcome, both in the unit that is shown. */
  private counted(column: EconomyColumn, budget: string | null, outcome: string | null, unit: Indicator): DataCell {
    if (column === 'use') return budgetUseCell(budgetUse(budget, outcome))
    const off = deviation(budget, outcome, this.query.convention)
    if (!off || budget === null || outcome === null) return MISSING
    const [b, o] = [shown(budget, unit.decimals), shown(outcome, unit.decimals)]
    const asShown = this.query.convention === 'cost-positive' ? b.minus(o) : o.minus(b)
    this.isRounded ||= !asShown.eq(shown(off.toFixed(), unit.decimals))
    return { text: changeText(unit, off) }
  }

  private postRow({ id, indicator }: Post): DataRow {
    const { display } = this.query
    const unit = { ...indicator, decimals: shownDecimals(indicator, display) }
    const value = (column: EconomyColumn) => summedValue(this.figure(indicator, column), indicator, display)
    const cells = this.query.columns.map(column => {
      if (shownFigure(column, this.query)) return figureCell(indicator, this.figure(indicator, column), display)
      return this.counted(column, value('budget'), value('result'), unit)
    })
    return { id, heading: { text: this.heading(indicator) }, cells }
  }

  private heading(indicator: Indicator): string {
    const name = indicator.retired ? words.retired(indicator.name) : indicator.name
    return this.unitText || isMoney(indicator.unit) ? name : `${name} (${unitName(indicator)})`
  }

  private sum(posts: Post[], column: EconomyColumn, unit: Indicator): SumCell {
    const parts = posts.map(({ indicator }) =>
      summedValue(this.figure(indicator, column), indicator, this.query.display),
    )
    return sumCell(parts, unit)
  }

  /** The deviation of a sum is counted from the sums: it is the sum of the deviations, to the last öre. */
  private sumRow(posts: Post[], id: string, heading: string): DataRow | null {
    const unit = summedAs(
      posts.map(({ indicator }) => indicator),
      this.query.display,
    )
    if (!unit) {
      this.isSummed = false
      return null
    }
    const cells = this.query.columns.map(column => {
      if (!shownFigure(column, this.query))
        return this.counted(column, this.sum(posts, 'budget', unit).whole, this.sum(posts, 'result', unit).whole, unit)
      const { cell, isPartial, isRounded } = this.sum(posts, column, unit)
      this.isPartial ||= isPartial
      this.isRounded ||= isRounded
      return cell
    })
    return { id, heading: { text: heading }, kind: 'total', cells }
  }

  private groups(): DataTable['groups'] {
    const groups: { area: string; rows: DataRow[]; posts: Post[] }[] = []
    for (const id of this.query.indicatorIds) {
      const indicator = this.reader.data.indicators[id]
      const area = indicator?.area ?? ''
      const last = groups.at(-1)
      const group = last?.area === area ? last : { area, rows: [], posts: [] }
      if (group !== last) groups.push(group)
      if (indicator) group.posts.push({ id, indicator })
      const gone = { id, heading: { text: words.gone(id) }, cells: this.query.columns.map(() => MISSING) }
      group.rows.push(indicator ? this.postRow({ id, indicator }) : gone)
    }
    const all = groups.flatMap(({ posts }) => posts)
    if (groups.length > 1)
      for (const [index, { area, rows, posts }] of groups.entries()) {
        const sum = posts.length > 1 && area ? this.sumRow(posts, `sum|${index}`, sv.sumOf(area)) : null
        if (sum) rows.push(sum)
      }
    const total = all.length > 1 ? this.sumRow(all, 'total', sv.total) : null
    return [...groups.map(({ area, rows }) => ({ area, rows })), ...(total ? [{ area: '', rows: [total] }] : [])]
  }

  /** The one unit of all amounts, for the head; null where they differ. */
  private get unitText(): string | null {
    const units = this.query.indicatorIds.flatMap(id => this.reader.data.indicators[id] ?? [])
    if (this.query.display) return this.query.display
    const [first] = units
    return first && units.every(({ unit }) => unit === first.unit) ? unitName(first) : null
  }

  private forecastWarnings(): string[] {
    if (!this.query.columns.includes('forecast') || this.query.forecast !== 'amount') return []
    const posts = this.query.indicatorIds.flatMap(id => this.reader.data.indicators[id] ?? [])
    return forecastWarnings(
      posts.map(indicator => ({
        indicator,
        result: this.figure(indicator, 'result'),
        forecast: this.figure(indicator, 'forecast'),
      })),
      periodOf(this.query),
    )
  }

  build(): DataTable {
    const { query, reader } = this
    const groups = this.groups()
    const unit = this.unitText
    const hasDeviation = query.columns.includes('deviation')
    return {
      caption: query.caption,
      columns: [
        { text: unit ? sv.post(unit) : sv.postAlone },
        ...query.columns.map(column => ({ text: columnText(column, query) })),
      ],
      groups,
      notes: [
        ...(hasDeviation ? [sv.convention[query.convention]] : []),
        ...(reader.hasWithheld ? [words.withheldNote] : []),
        ...(reader.hasPreliminary ? [words.preliminaryNote] : []),
        ...(this.isSummed ? [] : [sv.noSum]),
        ...(this.isPartial ? [words.sumNote] : []),
        ...(this.isRounded ? [sv.rounding] : []),
      ],
      sources: reader.sources(),
      warnings: this.forecastWarnings(),
      empty: query.indicatorIds.length ? null : sv.empty,
    }
  }
}

/** Budget, outcome and deviation of posts, with sums that are the sums of their posts. */
export const economyTableModel = (query: EconomyTableQuery, data: FigureSet): DataTable =>
  new EconomyBuilder(query, data).build()
