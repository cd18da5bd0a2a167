import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireActor } from '#app/session.ts'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { PageBody } from '#app/ui/page-body.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { refOfKey } from '#editor/core/figure.ts'
import { figureName, unitName } from '#editor/core/figure-words.ts'
import { endOfDay, formatDate } from '#editor/core/format-date.ts'
import { sourceName } from '#editor/core/source-name.ts'
import { FigureFacts } from '#editor/surface/passport/figure-facts.tsx'
import { FigureHistory } from '#editor/surface/passport/figure-history.tsx'
import { FigureUses } from '#editor/surface/passport/figure-uses.tsx'
import { sv as passportWords } from '#editor/surface/passport/sv.ts'
import { Notice } from '#editor/ui/notice.tsx'
import { NotFoundError } from '#server/errors.ts'
import { readCatalogueLog } from '#server/indicators/catalogue/read-catalogue-log.ts'
import { type CatalogueEntry, readIndicator } from '#server/indicators/catalogue/read-indicator.ts'
import { readPassport } from '#server/indicators/passport/read-passport.ts'
import type { Actor } from '#server/policies/actor.ts'
import { OWNER_ROLES } from '#server/policies/can.ts'
import { ROLE_NAMES } from '#server/policies/role-names.ts'
import { services } from '#server/services.ts'
import { indicatorAddress } from '../../indicator-address.ts'
import { AsOf } from './_components/as-of.tsx'
import { CatalogueLog } from './_components/catalogue-log.tsx'
import { CorrectForm } from './_components/correct-form.tsx'
import { FactsForm } from './_components/facts-form.tsx'
import { FigureTable } from './_components/figure-table.tsx'
import { sv } from './sv.ts'

interface Props {
  params: Promise<{ id: string[] }>
  /** `per`: ISO date of what is shown; `siffra`: the figure whose passport is open. */
  searchParams: Promise<{ per?: string; siffra?: string }>
}

export const metadata: Metadata = { title: sv.facts.title }

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

export default async function IndicatorPage({ params, searchParams }: Props) {
  const id = (await params).id.map(decodeURIComponent).join('/')
  const { per, siffra } = await searchParams
  const actor = await requireActor(indicatorAddress(id))
  const asOf = per && ISO_DATE.test(per) ? per : undefined
  const entry = await readIndicator(services(), actor, id, asOf ? { asOf: endOfDay(asOf) } : {}).catch(error => {
    if (error instanceof NotFoundError) notFound()
    throw error
  })
  const { indicator } = entry
  return (
    <PageBody>
      <PageHeader
        title={[indicator.area, indicator.name].filter(Boolean).join(', ')}
        description={sourceName(indicator.source)}
        actions={
          <ButtonLink href="/data" icon={<ArrowLeft />}>
            {sv.back}
          </ButtonLink>
        }
      />
      <div className="flex flex-col gap-10">
        <section aria-labelledby="siffror">
          <h2 id="siffror" className="mb-3 text-xl font-semibold">
            {sv.figures.title}
          </h2>
          {asOf && (
            <div className="mb-3">
              <Notice tone="info">{sv.asOf.asKnown(formatDate(asOf))}</Notice>
            </div>
          )}
          <FigureTable entry={entry} asOf={asOf} />
          <AsOf asOf={asOf} />
          {entry.mayChange && (
            <details className="mt-4">
              <summary className="w-fit cursor-pointer font-semibold text-accent">{sv.correct.newTitle}</summary>
              <div className="mt-3 rounded-xl bg-surface p-5 shadow-raised">
                <CorrectForm indicatorId={indicator.id} figure={null} value="" byGender={indicator.byGender ?? false} />
              </div>
            </details>
          )}
        </section>
        {siffra && <Passport actor={actor} entry={entry} figure={siffra} />}
        <Facts entry={entry} />
        <CatalogueLog log={await readCatalogueLog(services(), actor, id)} />
      </div>
    </PageBody>
  )
}

async function Passport({
  actor,
  entry: { indicator, mayChange },
  figure,
}: {
  actor: Actor
  entry: CatalogueEntry
  figure: string
}) {
  const ref = refOfKey(figure)
  if (ref.indicatorId !== indicator.id) return null
  const passport = await readPassport(services(), actor, ref)
  return (
    <section
      id="siffra"
      aria-labelledby="siffrans-vag"
      className="flex scroll-mt-6 flex-col gap-6 rounded-xl bg-surface p-5 shadow-raised sm:p-6"
    >
      <h2 id="siffrans-vag" className="text-xl font-semibold">
        {sv.passport}: {figureName(indicator, ref)}
      </h2>
      {!passport.figure && <p className="text-muted">{passportWords.noFigure}</p>}
      <FigureFacts indicator={indicator} figure={passport.figure} figureRef={ref} />
      <FigureHistory indicator={indicator} history={passport.history} />
      <FigureUses indicator={indicator} uses={passport.uses} reportId="" />
      {mayChange && (
        <CorrectForm
          key={figure}
          indicatorId={indicator.id}
          figure={ref}
          value={passport.figure?.value?.replace('.', ',') ?? ''}
          byGender={indicator.byGender ?? false}
        />
      )}
    </section>
  )
}

function Facts({ entry: { indicator, ownerRole, rhythm, mayChange } }: { entry: CatalogueEntry }) {
  const facts = [
    [sv.facts.source, sourceName(indicator.source)],
    [sv.facts.unit, unitName(indicator)],
    [sv.facts.decimals, String(indicator.decimals)],
    [sv.facts.better, passportWords.better[indicator.better]],
    [sv.facts.code, indicator.code],
    [sv.facts.retired, indicator.retired && formatDate(indicator.retired)],
    ...(mayChange
      ? []
      : [
          [sv.form.definition, indicator.definition],
          [sv.form.owner, ownerRole && ROLE_NAMES[ownerRole]],
          [sv.form.rhythm, sv.form.rhythms[rhythm]],
        ]),
  ]
  return (
    <section aria-labelledby="om-indikatorn">
      <h2 id="om-indikatorn" className="mb-3 text-xl font-semibold">
        {sv.facts.title}
      </h2>
      <dl className="grid gap-x-6 gap-y-1.5 sm:grid-cols-[max-content_1fr]">
        {facts.map(([name, value]) =>
          value ? (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {mayChange && (
        <>
          <p className="mt-1 mb-6 text-sm text-muted">{sv.facts.ownedBySource}</p>
          <FactsForm
            indicatorId={indicator.id}
            definition={indicator.definition ?? ''}
            ownerRole={ownerRole ?? ''}
            rhythm={rhythm}
            smallNumber={indicator.smallNumber}
            doesNotSum={indicator.doesNotSum ?? false}
            breaks={indicator.breaks ?? []}
            roles={OWNER_ROLES.map(key => ({ key, name: ROLE_NAMES[key] }))}
          />
        </>
      )}
    </section>
  )
}
