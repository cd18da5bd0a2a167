import type { Display } from '../../core/data-block/figure-cell.ts'
import { choiceIn, type DataQuery, readDataQuery } from '../../core/data-block/query.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import type { FigureRef } from '../../core/figure.ts'
import {
  DISPLAYS,
  type IndicatorTableQuery,
  indicatorTableFigures,
  SPREADS,
  type Spread,
  yearsBack,
} from '../indicator-table/query.ts'

/**
 * `bar`: one bar for each indicator. `grouped`: a bar for each period of each indicator. `line`: a line over the
 * periods for each indicator. `panels`: bars over the periods, each indicator in a small chart of its own.
 */
export const CHART_KINDS = ['bar', 'grouped', 'line', 'panels'] as const
export type ChartKind = (typeof CHART_KINDS)[number]

/** More lines than this cannot be told apart; then each indicator gets a small chart of its own. */
export const MOST_LINES = 4

const USUAL_SPREAD: Record<ChartKind, Spread> = { bar: '1', grouped: '1', line: '4', panels: '2' }

export interface ChartQuery extends DataQuery {
  kind: ChartKind
  spread: Spread
  /** Whether targets are drawn. */
  target: boolean
  display: Display
}

export const usualSpread = (kind: ChartKind): Spread => USUAL_SPREAD[kind]

export function readChartQuery(node: DocumentNode): ChartQuery {
  const { kind: given, spread, target, display } = node.attrs ?? {}
  const kind = choiceIn(given, CHART_KINDS) ?? 'bar'
  return {
    ...readDataQuery(node),
    kind,
    spread: choiceIn(spread, SPREADS) ?? USUAL_SPREAD[kind],
    target: target !== false,
    display: choiceIn(display, DISPLAYS),
  }
}

/** The attributes of the node: what is as it is by default is null. */
export const chartAttributes = ({ kind, spread, target, ...query }: ChartQuery) => ({
  ...query,
  kind: kind === 'bar' ? null : kind,
  spread: spread === USUAL_SPREAD[kind] ? null : spread,
  target: target ? null : false,
})

/** The chart as a table: its figures, and what screen readers get beside its description. */
export function tableQueryOf({ kind, spread, target, ...query }: ChartQuery): IndicatorTableQuery {
  const isSeries = kind !== 'bar'
  // Months stand alone: their sum among them would be the tallest bar of all.
  const results = isSeries && spread === 'months' ? [] : (['result'] as const)
  return {
    ...query,
    spread,
    columns: [...results, ...(isSeries ? (['earlier'] as const) : []), ...(target ? (['target'] as const) : [])],
    genders: false,
    grouped: false,
    sums: false,
  }
}

export const chartFigures = (query: ChartQuery): FigureRef[] => indicatorTableFigures(tableQueryOf(query))

export const chartYearsBack = (query: ChartQuery): number => (query.kind === 'bar' ? 0 : yearsBack(tableQueryOf(query)))
