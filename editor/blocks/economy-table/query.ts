import type { SignConvention } from '../../core/arithmetic/deviation.ts'
import type { Display } from '../../core/data-block/figure-cell.ts'
import { choiceIn, type DataQuery, earlierPeriod, periodOf, readDataQuery } from '../../core/data-block/query.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import type { FigureKind, FigureRef } from '../../core/figure.ts'

/** What the columns may show, in the order that they stand. */
export const ECONOMY_COLUMNS = ['before', 'budget', 'result', 'deviation', 'use', 'forecast'] as const
export type EconomyColumn = (typeof ECONOMY_COLUMNS)[number]

export const DEFAULT_ECONOMY_COLUMNS: readonly EconomyColumn[] = ['budget', 'result', 'deviation', 'forecast']

export const CONVENTIONS = ['cost-positive', 'cost-negative'] as const
export const MONEY_UNITS = ['kr', 'tkr', 'mnkr'] as const

/** What the source says of the whole year: what it will come to, or how far that is from the budget. */
export const FORECASTS = ['amount', 'deviation'] as const
export type Forecast = (typeof FORECASTS)[number]

export interface EconomyTableQuery extends DataQuery {
  columns: readonly EconomyColumn[]
  convention: SignConvention
  forecast: Forecast
  display: Display
}

const columnsIn = (value: unknown): readonly EconomyColumn[] => {
  const chosen = Array.isArray(value) ? ECONOMY_COLUMNS.filter(column => value.includes(column)) : []
  return chosen.length ? chosen : DEFAULT_ECONOMY_COLUMNS
}

export function readEconomyQuery(node: DocumentNode): EconomyTableQuery {
  const { columns, convention, forecast, display } = node.attrs ?? {}
  return {
    ...readDataQuery(node),
    columns: columnsIn(columns),
    convention: choiceIn(convention, CONVENTIONS) ?? 'cost-positive',
    forecast: choiceIn(forecast, FORECASTS) ?? 'amount',
    display: choiceIn(display, MONEY_UNITS),
  }
}

/** The attributes of the node: what is as it is by default is null. */
export const economyAttributes = ({ columns, convention, forecast, ...query }: EconomyTableQuery) => ({
  ...query,
  columns: columns.join() === DEFAULT_ECONOMY_COLUMNS.join() ? null : columns,
  convention: convention === 'cost-positive' ? null : convention,
  forecast: forecast === 'amount' ? null : forecast,
})

/** The figure that a column shows; null for one that is counted. A forecast is always of the whole year. */
export function shownFigure(
  column: EconomyColumn,
  query: EconomyTableQuery,
): { kind: FigureKind; period: string } | null {
  switch (column) {
    case 'budget':
    case 'result':
      return { kind: column, period: periodOf(query) }
    case 'before':
      return { kind: 'result', period: earlierPeriod(query, 1) }
    case 'forecast':
      return { kind: 'forecast', period: String(query.year) }
    default:
      return null
  }
}

/** Every figure that the table shows or counts with. */
export function economyTableFigures(query: EconomyTableQuery): FigureRef[] {
  const counts = query.columns.includes('deviation') || query.columns.includes('use')
  const wanted = new Set<EconomyColumn>([...query.columns, ...(counts ? (['budget', 'result'] as const) : [])])
  return query.indicatorIds.flatMap(indicatorId =>
    [...wanted].flatMap(column => {
      const shown = shownFigure(column, query)
      return shown ? [{ indicatorId, ...shown, gender: 'T' as const }] : []
    }),
  )
}
