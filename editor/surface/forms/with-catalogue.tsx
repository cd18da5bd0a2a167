import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
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
  if ('error' in state)
    return (
      <Notice tone="bad" alert>
        <p>{state.error}</p>
        <Button size="sm" onClick={retry} className="mt-2">
          {sv.retry}
        </Button>
      </Notice>
    )
  return state.sources.length ? children(state.sources) : <p>{sv.none}</p>
}
