import { formatInstant } from '#editor/core/format-date.ts'
import type { EventView } from '#server/signing/read-signing.ts'
import { sv as words } from '../sv.ts'

const sv = words.events

/** What happened to the report since it was locked, the newest first. */
export function EventList({ events }: { events: EventView[] }) {
  return (
    <section aria-labelledby="handelser" className="flex flex-col gap-3">
      <h2 id="handelser" className="text-xl font-semibold">
        {sv.title}
      </h2>
      {events.length === 0 ? (
        <p className="text-muted">{sv.none}</p>
      ) : (
        <ol className="flex flex-col divide-y divide-line">
          {events.map(({ id, kind, version, at, by, reason, errorCode }) => (
            <li key={id} className="flex flex-wrap gap-x-4 gap-y-1 py-2">
              <time dateTime={at.toISOString()} className="w-36 shrink-0 text-muted tabular-nums">
                {formatInstant(at.toISOString())}
              </time>
              <span className="min-w-0 grow basis-64">
                <span className="font-medium">{sv.kinds[kind]}</span>{' '}
                <span className="text-muted">({sv.line(version, by)})</span>
                {reason && <span className="block">{reason}</span>}
                {errorCode && <span className="block">{sv.failures[errorCode] ?? sv.failedOtherwise}</span>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
