import { ArrowLeft, CircleCheck } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { requireActor } from '#app/session.ts'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageBody } from '#app/ui/page-body.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { figureKey } from '#editor/core/figure.ts'
import { figureName } from '#editor/core/figure-words.ts'
import { showValue } from '#editor/core/show-value.ts'
import { type DifferingFigure, differingFigures } from '#server/indicators/differing-figures.ts'
import { services } from '#server/services.ts'
import { figureAddress } from '../indicator-address.ts'
import { sv } from './sv.ts'

export const metadata: Metadata = { title: sv.title }

export default async function DifferingPage() {
  const actor = await requireActor('/data/olika')
  const figures = await differingFigures(services(), actor)
  return (
    <PageBody>
      <PageHeader
        title={sv.title}
        description={sv.description}
        actions={
          <ButtonLink href="/data" icon={<ArrowLeft />}>
            {sv.back}
          </ButtonLink>
        }
      />
      {figures.length === 0 ? (
        <EmptyState icon={<CircleCheck />} title={sv.emptyTitle}>
          {sv.emptyText}
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-4">
          {figures.map(figure => (
            <li key={figureKey(figure.ref)} className="rounded-xl bg-surface p-5 shadow-raised">
              <Differing figure={figure} />
            </li>
          ))}
        </ul>
      )}
    </PageBody>
  )
}

function Differing({ figure: { ref, indicator, values } }: { figure: DifferingFigure }) {
  return (
    <>
      <h2 className="font-semibold">
        <Link href={figureAddress(ref)} className="text-accent underline">
          {figureName(indicator, ref)}
        </Link>
      </h2>
      <ul className="mt-2 flex flex-col gap-2">
        {values.map(({ value, isNewest, reports }) => (
          <li key={value} className="grid gap-x-4 sm:grid-cols-[8rem_1fr]">
            <span className="text-lg font-semibold tabular-nums">{showValue(indicator, { value })}</span>
            <span>
              <span className={isNewest ? 'text-good' : 'text-warn'}>{isNewest ? sv.newest : sv.older}</span>
              {reports.map(report => (
                <span key={report.id} className="block">
                  <Link href={`/rapporter/${report.id}`} className="text-accent underline">
                    {report.title}
                  </Link>{' '}
                  <span className="text-muted">({report.locked ? sv.locked : sv.open})</span>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
