import './diff.css'
import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireActor } from '#app/session.ts'
import { PageBody } from '#app/ui/page-body.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { buttonStyle } from '#editor/ui/button-style.ts'
import { NotFoundError } from '#server/errors.ts'
import { readStructure } from '#server/reports/read-structure.ts'
import { services } from '#server/services.ts'
import { ComparisonView } from './_components/comparison-view.tsx'
import { NameVersion } from './_components/name-version.tsx'
import { PastText } from './_components/past-text.tsx'
import { Timeline } from './_components/timeline.tsx'
import { holdersOf } from './holders.ts'
import { readMoment } from './moment-text.ts'
import type { HistoryPlace } from './place.ts'
import { sv } from './sv.ts'

interface Props {
  params: Promise<{ reportId: string }>
  searchParams: Promise<{ fran?: string; till?: string; avsnitt?: string; person?: string; fore?: string }>
}

export const metadata: Metadata = { title: sv.title }

export default async function HistoryPage({ params, searchParams }: Props) {
  const { reportId } = await params
  const path = `/rapporter/${reportId}/historik`
  const actor = await requireActor(path)
  const structure = await readStructure(services(), actor, reportId).catch(error => {
    if (error instanceof NotFoundError) notFound()
    throw error
  })
  const { fran, till, avsnitt, person, fore } = await searchParams
  const [from, to] = [readMoment(fran), readMoment(till)]
  const place: HistoryPlace = { actor, path, structure, holders: holdersOf(structure) }
  const mayName = structure.may.manage
  return (
    <PageBody>
      <PageHeader
        title={sv.titleOf(structure.report.title)}
        description={sv.description}
        actions={
          <>
            <a href={`/rapporter/${reportId}`} className={buttonStyle('secondary', 'md')}>
              <ArrowLeft aria-hidden />
              {sv.back}
            </a>
            {mayName && <NameVersion reportId={reportId} />}
          </>
        }
      />
      {from !== null && to !== null ? (
        <ComparisonView place={place} from={from} to={to} />
      ) : to !== null ? (
        <PastText place={place} moment={to} />
      ) : (
        <Timeline
          place={place}
          sectionId={avsnitt || undefined}
          userId={person || undefined}
          before={fore && /^\d{1,15}$/.test(fore) ? Number(fore) : undefined}
        />
      )}
    </PageBody>
  )
}
