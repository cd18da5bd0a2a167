import { FilePlus2, Files } from 'lucide-react'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { onlyContributes } from '#server/policies/can.ts'
import { listBoards } from '#server/reports/list-boards.ts'
import { listReports } from '#server/reports/list-reports.ts'
import { ownSections } from '#server/reports/own-sections.ts'
import { services } from '#server/services.ts'
import { requireActor } from '../session.ts'
import { ButtonLink } from '../ui/button-link.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageBody } from '../ui/page-body.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { OwnSections } from './_components/own-sections.tsx'
import { RefreshWhileVisible } from './_components/refresh-while-visible.tsx'
import { ReportTable } from './_components/report-table.tsx'
import { sv as all } from './sv.ts'

const sv = all.list

export const metadata: Metadata = { title: sv.title }

interface Props {
  searchParams: Promise<{ visa?: string }>
}

export default async function ReportListPage({ searchParams }: Props) {
  const actor = await requireActor('/')
  // Who only answers for sections of their own begins with these; the list of reports is a link away.
  if (onlyContributes(actor) && (await searchParams).visa !== 'rapporter') redirect('/mina-avsnitt')
  const [reports, boards, own] = await Promise.all([
    listReports(services(), actor),
    listBoards(services(), actor),
    ownSections(services(), actor),
  ])
  const create = boards.some(board => board.mayCreate) && (
    <ButtonLink href="/rapporter/ny" variant="primary" icon={<FilePlus2 />}>
      {sv.create}
    </ButtonLink>
  )
  return (
    <PageBody>
      <RefreshWhileVisible seconds={15} />
      {reports.length > 0 ? (
        <>
          <PageHeader title={sv.title} description={sv.description} actions={create} />
          <OwnSections sections={own} now={new Date()} />
          <ReportTable reports={reports} now={new Date()} />
        </>
      ) : (
        <>
          <PageHeader title={sv.title} />
          <EmptyState icon={<Files />} title={sv.emptyTitle} action={create}>
            {create ? sv.emptyText : sv.emptyTextReader}
          </EmptyState>
        </>
      )}
    </PageBody>
  )
}
