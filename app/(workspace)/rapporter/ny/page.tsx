import type { Metadata } from 'next'
import { Notice } from '#editor/ui/notice.tsx'
import { listBoards } from '#server/reports/list-boards.ts'
import { services } from '#server/services.ts'
import { templatesFor } from '#server/templates/list-templates.ts'
import { fillPattern } from '#templates/fill-pattern.ts'
import { requireActor } from '../../../session.ts'
import { PageBody } from '../../../ui/page-body.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { NewReportForm } from './_components/new-report-form.tsx'
import { defaultYear } from './default-year.ts'
import { sv } from './sv.ts'
import { templateOptions } from './template-options.ts'

export const metadata: Metadata = { title: sv.title }

export default async function NewReportPage() {
  const actor = await requireActor('/rapporter/ny')
  const boards = (await listBoards(services(), actor)).filter(board => board.mayCreate)
  const year = defaultYear(new Date())
  const templates = templateOptions(await templatesFor(services(), actor))
  const template = templates.length === 1 ? templates[0] : undefined
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
            boardId: (boards.length === 1 && boards[0]?.id) || '',
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
