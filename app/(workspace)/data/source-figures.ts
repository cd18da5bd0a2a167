import {
  type Figure,
  type FigureRef,
  type FigureSet,
  figureKey,
  type Passport,
  type Unit,
} from '#editor/core/figure.ts'
import type { CatalogueIndicator, CatalogueSource } from '#server/indicators/list-indicators.ts'

export interface ValueColumn {
  kind: 'result' | 'target' | 'budget'
  /** Null for the newest that each indicator has. */
  period: string | null
}

const MONEY: Unit[] = ['kr', 'tkr', 'mnkr']

/** Whether what most of the source's indicators have is of whole years. */
function isYearly({ indicators }: CatalogueSource): boolean {
  const withValues = indicators.filter(({ newest }) => newest !== null)
  return withValues.length > 0 && 2 * withValues.filter(({ years }) => years.length > 0).length >= withValues.length
}

/**
 * Result and target of the newest year, and the result of the year before. Where the figures are of months, result and
 * target of the newest period that each indicator has, and budget in the place of target where they are of money.
 */
export function columnsOf(source: CatalogueSource): ValueColumn[] {
  const [newest] = source.years
  if (newest !== undefined && isYearly(source))
    return [
      { kind: 'result', period: String(newest) },
      { kind: 'target', period: String(newest) },
      { kind: 'result', period: String(newest - 1) },
    ]
  if (source.newest === null) return []
  const isMoney = source.indicators.some(({ unit }) => MONEY.includes(unit))
  return [
    { kind: 'result', period: null },
    { kind: isMoney ? 'budget' : 'target', period: null },
  ]
}

function refOf(indicator: CatalogueIndicator, column: ValueColumn): FigureRef | null {
  const period = column.period ?? indicator.newest
  return period === null ? null : { indicatorId: indicator.id, kind: column.kind, period, gender: 'T' }
}

export const refsOf = (source: CatalogueSource): FigureRef[] => {
  const columns = columnsOf(source)
  return source.indicators.flatMap(indicator => columns.flatMap(column => refOf(indicator, column) ?? []))
}

export function figureIn(data: FigureSet, indicator: CatalogueIndicator, column: ValueColumn): Figure | undefined {
  const ref = refOf(indicator, column)
  return ref ? data.figures[figureKey(ref)] : undefined
}

/** The imports that the figures came from, newest first, each once. */
export function passportsOf(figures: (Figure | undefined)[]): Passport[] {
  const byImport = new Map(figures.flatMap(figure => (figure ? [[figure.passport.importId, figure.passport]] : [])))
  return [...byImport.values()].sort((a, b) => b.importedAt.localeCompare(a.importedAt))
}

/** Indicators of one area, in their order. */
export function byArea(indicators: CatalogueIndicator[]): { area: string; indicators: CatalogueIndicator[] }[] {
  const areas = new Map<string, CatalogueIndicator[]>()
  for (const indicator of indicators) areas.set(indicator.area, [...(areas.get(indicator.area) ?? []), indicator])
  return [...areas].map(([area, list]) => ({ area, indicators: list }))
}
