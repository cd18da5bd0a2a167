import type { Metadata } from 'next'
import { Notice } from '#editor/ui/notice.tsx'
import { listBoards } from '#server/reports/list-boards.ts'
import { services } from '#server/services.ts'
import { fillPattern } from '#templates/fill-pattern.ts'
import { requireActor } from '../../../session.ts'
import { PageBody } from '../../../ui/page-body.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { NewReportForm } from './_components/new-report-form.tsx'
import { defaultYear } from './default-year.ts'
import { sv } from './sv.ts'
import { templateOptions } from './template-options.ts'

export const metadata: Metadata = { title: sv.title }

/** What a link from the year wheel has chosen already. */
type Chosen = { mall?: string; ar?: string; namnd?: string }

export default async function NewReportPage({ searchParams }: { searchParams: Promise<Chosen> }) {
  const { mall, ar, namnd } = await searchParams
  const actor = await requireActor('/rapporter/ny')
  const boards = (await listBoards(services(), actor)).filter(board => board.mayCreate)
  const year = ar && /^\d{4}$/.test(ar) ? Number(ar) : defaultYear(new Date())
  const templates = templateOptions()
  const template = templates.length === 1 ? templates[0] : templates.find(({ key }) => key === mall)
  const board = boards.length === 1 ? boards[0] : boards.find(({ id }) => id === namnd)
  return (
    <PageBody narrow>
      <PageHeader title={sv.title} description={boards.length > 0 && sv.description} />
      {boards.length > 0 ? (
        <NewReportForm
          boards={boards}
          templates={templates}
          initial={{
            templateKey: template?.key ?? '',
            year: String(year),
            boardId: board?.id ?? '',
            diaryNumber: '',
            title: fillPattern(template?.title ?? '', { year }),
          }}
        />
      ) : (
        <Notice tone="warn" title={sv.notAllowedTitle}>
          {sv.notAllowedText}
        </Notice>
      )}
    </PageBody>
  )
}
