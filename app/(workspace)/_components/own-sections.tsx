import { sectionElementId } from '#editor/surface/text/places.ts'
import { classNames } from '#editor/ui/class-names.ts'
import { dueSections, type OwnSection } from '#server/reports/own-sections.ts'
import { deadlineWords } from '../../deadline.ts'
import { sv as all } from '../sv.ts'

const sv = all.own
/** What is late or soon is always shown, and of the rest so many. */
const LATER_SHOWN = 3

/** What waits for the person who reads, before everything that waits for others. */
export function OwnSections({ sections, now }: { sections: OwnSection[]; now: Date }) {
  const due = dueSections(sections)
  if (!due.length) return null
  const dated = due.map(section => ({ ...section, ...deadlineWords(section.deadline, now) }))
  const urgent = dated.filter(({ late, soon }) => late || soon)
  const shown = dated.slice(0, urgent.length + LATER_SHOWN)
  return (
    <section aria-labelledby="dina-avsnitt" className="mb-8 rounded-xl bg-surface p-4 shadow-raised sm:p-5">
      <h2 id="dina-avsnitt" className="text-lg font-semibold">
        {sv.title}
      </h2>
      <ul className="mt-2 flex flex-col divide-y divide-line">
        {shown.map(({ id, heading, reportId, reportTitle, date, distance, late, soon }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
            <span>
              <a href={`/rapporter/${reportId}#${sectionElementId(id)}`}>{heading}</a>{' '}
              <span className="text-sm text-muted">{sv.in(reportTitle)}</span>
            </span>
            <span className="text-sm">
              {sv.deadline(date)},{' '}
              <span className={classNames(late ? 'font-semibold text-bad' : soon ? 'text-warn' : 'text-muted')}>
                {distance}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-2 flex flex-wrap gap-x-4 text-sm text-muted">
        {dated.length > shown.length && <span>{sv.more(dated.length - shown.length)}</span>}
        <a href="/mina-avsnitt">{sv.all}</a>
      </p>
    </section>
  )
}
