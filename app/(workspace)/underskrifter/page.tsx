import { PenLine } from 'lucide-react'
import type { Metadata } from 'next'
import { requireActor } from '#app/session.ts'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { CardCell, CardRow, CardTable } from '#app/ui/card-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageBody } from '#app/ui/page-body.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { formatDate, formatInstant } from '#editor/core/format-date.ts'
import { services } from '#server/services.ts'
import { listTasks } from '#server/signing/rounds/list-tasks.ts'
import { sv } from './sv.ts'

export const metadata: Metadata = { title: sv.title }

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
        <CardTable caption={sv.caption} columns={Object.values(sv.columns)}>
          {tasks.map(({ roundId, title, version, diaryNumber, capacity, startedBy, startedAt, deadline }) => (
            <CardRow
              key={roundId}
              heading={
                <>
                  {title}
                  <span className="block text-sm font-normal text-muted">{sv.version(version, diaryNumber)}</span>
                </>
              }
            >
              <CardCell label={sv.columns.capacity}>{capacity}</CardCell>
              <CardCell label={sv.columns.from}>{sv.sent(startedBy, formatInstant(startedAt.toISOString()))}</CardCell>
              <CardCell label={sv.columns.deadline}>{deadline ? formatDate(deadline) : sv.noDeadline}</CardCell>
              <CardCell>
                <ButtonLink
                  href={`/underskrifter/${roundId}`}
                  size="sm"
                  variant="primary"
                  aria-label={sv.openLabel(title)}
                >
                  {sv.open}
                </ButtonLink>
              </CardCell>
            </CardRow>
          ))}
        </CardTable>
      )}
    </PageBody>
  )
}
