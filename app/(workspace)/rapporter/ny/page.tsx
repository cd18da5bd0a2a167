import type { Metadata } from 'next'
import { Notice } from '#editor/ui/notice.tsx'
import { listBoards } from '#server/reports/list-boards.ts'
import { listSources } from '#server/reports/make-from/list-sources.ts'
import { services } from '#server/services.ts'
import { templatesFor } from '#server/templates/list-templates.ts'
import { requireActor } from '../../../session.ts'
import { PageBody } from '../../../ui/page-body.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { NewReportForm } from './_components/new-report-form.tsx'
import { defaultYear } from './default-year.ts'
import { isYear, startValues } from './start-values.ts'
import { sv } from './sv.ts'
import { templateOptions } from './template-options.ts'

export const metadata: Metadata = { title: sv.title }

/** What a link has chosen already: from another report, or from the year wheel. */
type Chosen = { fran?: string; mall?: string; ar?: string; namnd?: string }

export default async function NewReportPage({ searchParams }: { searchParams: Promise<Chosen> }) {
  const { fran, mall, ar, namnd } = await searchParams
  const actor = await requireActor('/rapporter/ny')
  const boards = (await listBoards(services(), actor)).filter(board => board.mayCreate)
  const templates = templateOptions(await templatesFor(services(), actor))
  const sources = await listSources(services(), actor)
  const source = sources.find(({ id }) => id === fran)
  const templateKey = String(mall ?? source?.templateKey ?? (templates.length === 1 ? templates[0]?.key : ''))
  const board = boards.length === 1 ? boards[0] : boards.find(({ id }) => id === namnd)
  const empty = {
    templateKey: templates.some(({ key }) => key === templateKey) ? templateKey : '',
    sourceId: '',
    year: ar && isYear(ar) ? ar : String(defaultYear(new Date())),
    boardId: board?.id ?? '',
    diaryNumber: '',
    title: '',
  }
  return (
    <PageBody narrow>
      <PageHeader title={sv.title} description={boards.length > 0 && sv.description} />
      {boards.length > 0 ? (
        <NewReportForm
          boards={boards}
          templates={templates}
          sources={sources}
          initial={startValues(empty, { source: source ?? null, templates, boards })}
        />
      ) : (
        <Notice tone="warn" title={sv.notAllowedTitle}>
          {sv.notAllowedText}
        </Notice>
      )}
    </PageBody>
  )
}
