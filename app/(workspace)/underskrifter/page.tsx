import { PenLine } from 'lucide-react'
import type { Metadata } from 'next'
import { requireActor } from '#app/session.ts'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageBody } from '#app/ui/page-body.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { formatDate, formatInstant } from '#editor/core/format-date.ts'
import { type Column, Table } from '#editor/ui/table.tsx'
import { services } from '#server/services.ts'
import { listTasks, type SigningTask } from '#server/signing/rounds/list-tasks.ts'
import { sv } from './sv.ts'

export const metadata: Metadata = { title: sv.title }

const COLUMNS: Column<SigningTask>[] = [
  {
    label: sv.columns.title,
    cell: ({ title, version, diaryNumber }) => (
      <>
        {title}
        <span className="block text-sm font-normal text-muted">{sv.version(version, diaryNumber)}</span>
      </>
    ),
  },
  { label: sv.columns.capacity, cell: ({ capacity }) => capacity },
  {
    label: sv.columns.from,
    cell: ({ startedBy, startedAt }) => sv.sent(startedBy, formatInstant(startedAt.toISOString())),
    fillsCard: true,
  },
  { label: sv.columns.deadline, cell: ({ deadline }) => (deadline ? formatDate(deadline) : sv.noDeadline) },
  {
    label: sv.columns.action,
    cell: ({ roundId, title }) => (
      <ButtonLink href={`/underskrifter/${roundId}`} size="sm" variant="primary" aria-label={sv.openLabel(title)}>
        {sv.open}
      </ButtonLink>
    ),
    labelInCard: false,
    fillsCard: true,
  },
]

export default async function SignaturesPage() {
  const actor = await requireActor('/underskrifter')
  const tasks = await listTasks(services(), actor)
  return (
    <PageBody>
      <PageHeader title={sv.title} description={sv.description} />
      {tasks.length === 0 ? (
        <EmptyState icon={<PenLine aria-hidden />} title={sv.none.title}>
          {sv.none.text}
        </EmptyState>
      ) : (
        <Table caption={sv.caption} columns={COLUMNS} rows={tasks} keyOf={({ roundId }) => roundId} />
      )}
    </PageBody>
  )
}
