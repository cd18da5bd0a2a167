import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import { requireActor } from '#app/session.ts'
import { sv as app } from '#app/sv.ts'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { PageBody } from '#app/ui/page-body.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Notice } from '#editor/ui/notice.tsx'
import { listKpis } from '#server/indicators/kolada/list-kpis.ts'
import { type KoladaState, mayFetchKolada, readKoladaState } from '#server/indicators/kolada/settings.ts'
import { services } from '#server/services.ts'
import { FetchNow } from './_components/fetch-now.tsx'
import { KoladaForm } from './_components/kolada-form.tsx'
import { KpiTable } from './_components/kpi-table.tsx'
import { sv } from './sv.ts'

export const metadata: Metadata = { title: sv.title }

export default async function KoladaPage() {
  const actor = await requireActor('/data/kolada')
  const state = await readKoladaState(services(), actor)
  const kpis = state ? await listKpis(services(), actor, state) : []
  const mayFetch = mayFetchKolada(actor)
  return (
    <PageBody narrow>
      <PageHeader
        title={sv.title}
        description={sv.description}
        actions={
          <ButtonLink href="/data" icon={<ArrowLeft />}>
            {sv.back}
          </ButtonLink>
        }
      />
      <div className="flex flex-col gap-10">
        <section aria-labelledby="installningar" className="rounded-xl border border-line bg-surface p-5 sm:p-6">
          <h2 id="installningar" className="mb-4 text-xl font-semibold">
            {sv.settings}
          </h2>
          {mayFetch ? (
            <KoladaForm
              municipality={state?.settings.municipality ?? ''}
              comparison={state ? (state.settings.comparison ?? '') : '0000'}
              kpis={state?.settings.kpis.join('\n') ?? ''}
              years={String(state?.settings.years ?? 5)}
              nightly={state?.nightly ?? true}
            />
          ) : (
            <Notice title={sv.readOnlyTitle}>{sv.readOnly}</Notice>
          )}
        </section>
        {state && (
          <section aria-labelledby="hamtning">
            <h2 id="hamtning" className="mb-3 text-xl font-semibold">
              {sv.fetch.title}
            </h2>
            <Said state={state} />
            {mayFetch && <FetchNow />}
          </section>
        )}
        {kpis.length > 0 && (
          <section aria-labelledby="matt">
            <h2 id="matt" className="mb-3 text-xl font-semibold">
              {sv.kpiTable.title}
            </h2>
            <KpiTable kpis={kpis} />
          </section>
        )}
      </div>
    </PageBody>
  )
}

const isKnown = (code: string): code is keyof typeof app.errors => code in app.errors

/** How it went the last time, and when it is fetched again. */
function Said({ state: { lastAt, lastSuccessAt, lastError, nextAt } }: { state: KoladaState }) {
  return (
    <div className="mb-4 flex flex-col gap-3">
      <p>
        {lastSuccessAt ? sv.fetch.success(lastSuccessAt) : lastAt ? sv.fetch.notWithThese : sv.fetch.never}{' '}
        {nextAt ? sv.fetch.next(nextAt) : sv.fetch.notNightly}
      </p>
      {lastError && lastAt && (
        <Notice tone="warn" title={sv.fetch.error(lastAt)}>
          {isKnown(lastError) ? app.errors[lastError] : app.error.text}
        </Notice>
      )}
    </div>
  )
}
