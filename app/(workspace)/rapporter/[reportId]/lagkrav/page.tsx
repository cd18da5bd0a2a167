import { ArrowLeft } from 'lucide-react'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireActor } from '#app/session.ts'
import { PageBody } from '#app/ui/page-body.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { formatInstant } from '#editor/core/format-date.ts'
import { buttonStyle } from '#editor/ui/button-style.ts'
import { Notice } from '#editor/ui/notice.tsx'
import { readEnv } from '#server/env.ts'
import { NotFoundError } from '#server/errors.ts'
import { readReminded } from '#server/reminders/read-reminded.ts'
import { readLawMatrix } from '#server/reports/read-law-matrix.ts'
import { services } from '#server/services.ts'
import { LateList } from './_components/late-list.tsx'
import { LawTable } from './_components/law-table.tsx'
import { PrintButton } from './_components/print-button.tsx'
import { type Grouping, groupRows } from './group-rows.ts'
import { sv } from './sv.ts'

interface Props {
  params: Promise<{ reportId: string }>
  searchParams: Promise<{ efter?: string }>
}

export const metadata: Metadata = { title: sv.title }

const GROUPINGS: { by: Grouping; query: string; label: string }[] = [
  { by: 'act', query: '', label: sv.byAct },
  { by: 'section', query: '?efter=avsnitt', label: sv.bySection },
]

export default async function LawPage({ params, searchParams }: Props) {
  const { reportId } = await params
  const path = `/rapporter/${reportId}/lagkrav`
  const actor = await requireActor(path)
  const { report, matrix, otherStops, late, mayRemind } = await readLawMatrix(services(), actor, reportId).catch(
    error => {
      if (error instanceof NotFoundError) notFound()
      throw error
    },
  )
  const reminded = await readReminded(services(), reportId)
  const by: Grouping = (await searchParams).efter === 'avsnitt' ? 'section' : 'act'
  const left = matrix.asked - matrix.fulfilled
  return (
    <PageBody>
      <PageHeader
        title={sv.titleOf(report.title)}
        description={sv.description}
        actions={
          <>
            <a href={`/rapporter/${reportId}`} className={buttonStyle('secondary', 'md')}>
              <ArrowLeft aria-hidden />
              {sv.back}
            </a>
            <PrintButton />
          </>
        }
      />
      {matrix.rows.length === 0 ? (
        <Notice>{sv.none}</Notice>
      ) : (
        <>
          <Notice tone={left ? 'warn' : 'good'} title={sv.sum(matrix.fulfilled, matrix.asked)}>
            <p>
              {left ? sv.left(left) : report.lockedAt ? sv.locked(formatInstant(report.lockedAt)) : sv.allFulfilled}
            </p>
            <p className="text-sm">{sv.sumHint}</p>
          </Notice>
          <nav aria-label={sv.group} className="mt-5 flex flex-wrap items-center gap-3">
            <span aria-hidden>{sv.group}</span>
            {GROUPINGS.map(one => (
              <a
                key={one.by}
                href={`${path}${one.query}`}
                aria-current={one.by === by ? 'page' : undefined}
                className={buttonStyle(one.by === by ? 'primary' : 'secondary', 'sm')}
              >
                {one.label}
              </a>
            ))}
          </nav>
          {groupRows(matrix.rows, by).map(group => (
            <LawTable key={group.key} reportId={reportId} group={group} by={by} />
          ))}
        </>
      )}
      {otherStops.length > 0 && (
        <section aria-labelledby="annat" className="mt-8">
          <h2 id="annat" className="text-lg font-semibold">
            {sv.otherStops}
          </h2>
          <ul className="mt-2 list-disc pl-5">
            {otherStops.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </section>
      )}
      <LateList
        reportId={reportId}
        late={late.map(section => ({ ...section, reminded: reminded.get(section.id) ?? null }))}
        mayRemind={mayRemind}
        mailIsSetUp={readEnv().mailIsSetUp}
      />
    </PageBody>
  )
}
