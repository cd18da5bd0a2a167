import { PenLine } from 'lucide-react'
import type { Metadata } from 'next'
import { requireActor } from '#app/session.ts'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageBody } from '#app/ui/page-body.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { formatDate, formatInstant } from '#editor/core/format-date.ts'
import { classNames } from '#editor/ui/class-names.ts'
import { services } from '#server/services.ts'
import { listTasks } from '#server/signing/rounds/list-tasks.ts'
import { CELL, HEAD, WideTable } from '../data/_components/wide-table.tsx'
import { sv } from './sv.ts'

export const metadata: Metadata = { title: sv.title }

/** On a phone it stands by the title: the last column lies outside the screen there. */
function Open({ roundId, title, className }: { roundId: string; title: string; className?: string }) {
  return (
    <ButtonLink
      href={`/underskrifter/${roundId}`}
      size="sm"
      variant="primary"
      className={className}
      aria-label={sv.openLabel(title)}
    >
      {sv.open}
    </ButtonLink>
  )
}

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
        <WideTable
          caption={sv.caption}
          head={Object.values(sv.columns).map(label => (
            <th key={label} scope="col" className={classNames(HEAD, label === sv.columns.action && 'max-sm:hidden')}>
              {label}
            </th>
          ))}
        >
          <tbody>
            {tasks.map(({ roundId, title, version, diaryNumber, capacity, startedBy, startedAt, deadline }) => (
              <tr key={roundId} className="border-b border-line last:border-0">
                <th scope="row" className={`${CELL} text-left font-medium`}>
                  {title}
                  <span className="block text-sm font-normal text-muted">{sv.version(version, diaryNumber)}</span>
                  <Open roundId={roundId} title={title} className="mt-2 sm:!hidden" />
                </th>
                <td className={CELL}>{capacity}</td>
                <td className={CELL}>{sv.sent(startedBy, formatInstant(startedAt.toISOString()))}</td>
                <td className={CELL}>{deadline ? formatDate(deadline) : sv.noDeadline}</td>
                <td className={`${CELL} max-sm:hidden`}>
                  <Open roundId={roundId} title={title} />
                </td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </PageBody>
  )
}
