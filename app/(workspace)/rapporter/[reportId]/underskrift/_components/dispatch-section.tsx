import { formatDate } from '#editor/core/format-date.ts'
import type { SigningView } from '#server/signing/read-signing.ts'
import { CELL, HEAD, WideTable } from '../../../../data/_components/wide-table.tsx'
import { sv as words } from '../sv.ts'
import { DispatchForm } from './dispatch-form.tsx'

const sv = words.dispatch

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
      </div>
      {view.dispatches.length === 0 ? (
        <p>{sv.none}</p>
      ) : (
        <WideTable
          caption={sv.caption}
          head={[sv.day, sv.to, sv.what, sv.by].map(label => (
            <th key={label} scope="col" className={HEAD}>
              {label}
            </th>
          ))}
        >
          <tbody>
            {view.dispatches.map(({ id, sentOn, recipients, version, audience, note, by }) => (
              <tr key={id} className="border-b border-line last:border-0">
                <th scope="row" className={`${CELL} text-left font-medium whitespace-nowrap`}>
                  {formatDate(sentOn)}
                </th>
                <td className={CELL}>
                  <ul>
                    {recipients.map(recipient => (
                      <li key={recipient}>{recipient}</li>
                    ))}
                  </ul>
                  {note && <span className="block text-sm text-muted">{note}</span>}
                </td>
                <td className={CELL}>{sv.version(version, audience)}</td>
                <td className={CELL}>{by}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
      {mayNote && <DispatchForm reportId={view.report.id} recipients={view.recipients} today={today} />}
    </section>
  )
}
