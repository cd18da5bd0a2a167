import type { ReactNode } from 'react'
import { TryAgain } from '../../ui/try-again.tsx'
import type { CatalogueSource, ReportApi } from '../report-api.ts'
import { useCatalogue } from './catalogue.ts'
import { sv } from './sv.ts'

export interface WithCatalogueProps {
  api: Pick<ReportApi, 'indicators'>
  /** Shown when there are indicators to choose from. */
  children: (sources: CatalogueSource[]) => ReactNode
}

/** What chooses from the catalogue: while it is on its way, where it does not come, and where it is empty. */
export function WithCatalogue({ api, children }: WithCatalogueProps) {
  const { state, retry } = useCatalogue(api)
  if (!state) return <p role="status">{sv.loading}</p>
  if ('error' in state) return <TryAgain error={state.error} retry={retry} />
  return state.sources.length ? children(state.sources) : <p>{sv.none}</p>
}
