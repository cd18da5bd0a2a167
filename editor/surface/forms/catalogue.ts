import { useCallback, useEffect, useState } from 'react'
import { type CatalogueSource, errorMessage, type ReportApi } from '../report-api.ts'

export type CatalogueState = { sources: CatalogueSource[] } | { error: string } | null

/** The indicators to choose from, fetched when the form opens; null while they are on their way. */
export function useCatalogue(api: Pick<ReportApi, 'indicators'>): { state: CatalogueState; retry: () => void } {
  const [state, setState] = useState<CatalogueState>(null)
  const fetchAll = useCallback(() => {
    setState(null)
    api.indicators().then(
      sources => setState({ sources: sources.filter(source => source.indicators.length) }),
      (error: unknown) => setState({ error: errorMessage(error) }),
    )
  }, [api])
  useEffect(fetchAll, [fetchAll])
  return { state, retry: fetchAll }
}

/** Indicators that stand together under one area, in the catalogue's order. */
export function byArea(source: CatalogueSource): { area: string; indicators: CatalogueSource['indicators'] }[] {
  const areas = new Map<string, CatalogueSource['indicators']>()
  for (const indicator of source.indicators)
    areas.set(indicator.area, [...(areas.get(indicator.area) ?? []), indicator])
  return [...areas].map(([area, indicators]) => ({ area, indicators }))
}

/** The caption that a table gets until somebody writes another: "Senior alert 2023". */
export const defaultCaption = (source: CatalogueSource | undefined, year: string): string =>
  source ? `${source.sourceName} ${year}`.trim() : ''
