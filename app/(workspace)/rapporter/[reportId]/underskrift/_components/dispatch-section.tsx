import Link from 'next/link'
import { formatDate } from '#editor/core/format-date.ts'
import { type Column, Table } from '#editor/ui/table.tsx'
import type { SigningView } from '#server/signing/read-signing.ts'
import { sv as words } from '../sv.ts'
import { DispatchForm } from './dispatch-form.tsx'

const sv = words.dispatch

const COLUMNS: Column<SigningView['dispatches'][number]>[] = [
  { label: sv.day, cell: ({ sentOn }) => formatDate(sentOn), className: 'as-table:whitespace-nowrap' },
  {
    label: sv.to,
    cell: ({ recipients, note }) => (
      <>
        <ul>
          {recipients.map(recipient => (
            <li key={recipient}>{recipient}</li>
          ))}
        </ul>
        {note && <span className="block text-sm text-muted">{note}</span>}
      </>
    ),
    fillsCard: true,
  },
  { label: sv.what, cell: ({ version, audience }) => sv.version(version, audience), fillsCard: true },
  { label: sv.by, cell: ({ by }) => by },
]

export interface DispatchSectionProps {
  view: SigningView
  /** Locked, and not out to be signed. */
  mayNote: boolean
  /** ISO date. */
  today: string
}

/** What has been sent out of the myndighet, and a form for noting more. */
export function DispatchSection({ view, mayNote, today }: DispatchSectionProps) {
  if (!mayNote && view.dispatches.length === 0) return null
  return (
    <section
      aria-labelledby="expediering"
      className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-5 sm:p-6"
    >
      <div>
        <h2 id="expediering" className="text-xl font-semibold">
          {sv.title}
        </h2>
        <p className="max-w-prose text-muted">{sv.text}</p>
        <p className="mt-1 max-w-prose text-muted">
          {sv.files}
          <Link href={`/rapporter/${view.report.id}`} className="text-accent underline">
            {sv.filesLink}
          </Link>
          .
        </p>
      </div>
      {view.dispatches.length === 0 ? (
        <p>{sv.none}</p>
      ) : (
        <Table caption={sv.caption} columns={COLUMNS} rows={view.dispatches} keyOf={({ id }) => id} />
      )}
      {mayNote && (
        <DispatchForm
          reportId={view.report.id}
          recipients={view.dispatches.length === 0 ? view.recipients : []}
          today={today}
        />
      )}
    </section>
  )
}
