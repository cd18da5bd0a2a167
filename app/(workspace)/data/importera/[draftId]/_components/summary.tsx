import type { ImportPreview } from '#server/indicators/import/import-preview.ts'
import { noticeText } from '#server/indicators/problem-text.ts'
import { sv } from '../sv.ts'

export function Summary({ preview }: { preview: ImportPreview }) {
  const rows: [string, number] = [sv.summary.rows, preview.rowCount]
  // A file that cannot be imported would write nothing, whatever its good rows say.
  const facts: [string, number][] =
    preview.errorCount > 0 && !preview.canConfirmRest
      ? [rows]
      : [
          rows,
          [sv.summary.added, preview.newCount],
          [sv.summary.changed, preview.changedCount],
          [sv.summary.unchanged, preview.unchangedCount],
          [sv.summary.missing, preview.missingCount],
        ]
  return (
    <section aria-label={sv.summary.title} className="rounded-xl border border-line bg-surface p-5">
      <dl className="flex flex-wrap gap-x-8 gap-y-3">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="text-sm text-muted">{label}</dt>
            <dd className="text-xl font-semibold tabular-nums">{value.toLocaleString('sv-SE')}</dd>
          </div>
        ))}
      </dl>
      {preview.notices.length > 0 && (
        <>
          <h2 className="mt-5 font-semibold">{sv.notices}</h2>
          <ul className="mt-1 list-disc pl-5">
            {preview.notices.map(notice => (
              <li key={`${notice.code}${notice.column}`}>{noticeText(notice)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
