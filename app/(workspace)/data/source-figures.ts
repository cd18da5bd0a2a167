import { type Figure, type FigureRef, type FigureSet, figureKey, type Passport } from '#editor/core/figure.ts'
import type { CatalogueIndicator, CatalogueSource } from '#server/indicators/list-indicators.ts'

export interface ValueColumn {
  kind: 'result' | 'target'
  year: number
}

/** Result and target of the newest year, and the result of the year before. */
export function columnsOf({ years }: CatalogueSource): ValueColumn[] {
  const [newest] = years
  if (newest === undefined) return []
  return [
    { kind: 'result', year: newest },
    { kind: 'target', year: newest },
    { kind: 'result', year: newest - 1 },
  ]
}

const refOf = (indicator: CatalogueIndicator, { kind, year }: ValueColumn): FigureRef => ({
  indicatorId: indicator.id,
  kind,
  period: String(year),
  gender: 'T',
})

export const refsOf = (source: CatalogueSource): FigureRef[] =>
  source.indicators.flatMap(indicator => columnsOf(source).map(column => refOf(indicator, column)))

export const figureIn = (data: FigureSet, indicator: CatalogueIndicator, column: ValueColumn): Figure | undefined =>
  data.figures[figureKey(refOf(indicator, column))]

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
