import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireActor } from '#app/session.ts'
import { PageBody } from '#app/ui/page-body.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { buttonStyle } from '#editor/ui/button-style.ts'
import { NotFoundError } from '#server/errors.ts'
import { findReport } from '#server/reports/find-report.ts'
import { services } from '#server/services.ts'
import { Preview } from './_components/preview.tsx'
import { sv } from './sv.ts'

interface Props {
  params: Promise<{ reportId: string }>
  searchParams: Promise<{ version?: string; bilaga?: string }>
}

export const metadata: Metadata = { title: sv.title }

export default async function PreviewPage({ params, searchParams }: Props) {
  const { reportId } = await params
  const actor = await requireActor(`/rapporter/${reportId}/forhandsvisning`)
  const report = await findReport(services().db, actor, reportId, 'report.export').catch(error => {
    if (error instanceof NotFoundError) notFound()
    throw error
  })
  services().exports.prepare()
  const { version, bilaga } = await searchParams
  const audience = version === 'public' ? 'public' : 'internal'
  return (
    <PageBody>
      <PageHeader
        title={sv.titleOf(report.title)}
        description={sv.versions[audience]}
        actions={
          <a href={`/rapporter/${reportId}`} className={buttonStyle('secondary', 'md')}>
            {sv.back}
          </a>
        }
      />
      <Preview reportId={reportId} audience={audience} figures={bilaga === 'ja'} />
    </PageBody>
  )
}
