import { formatDate } from '#editor/core/format-date.ts'
import { sectionElementId } from '#editor/surface/text/places.ts'
import { classNames } from '#editor/ui/class-names.ts'
import type { OwnSection } from '#server/reports/own-sections.ts'
import { deadlineWords } from '../../../deadline.ts'
import { sv } from '../sv.ts'

function When({ deadline, settled, now }: Pick<OwnSection, 'deadline' | 'settled'> & { now: Date }) {
  if (deadline === null) return <span className="text-muted">{sv.noDeadline}</span>
  if (settled) return <span className="text-muted">{sv.deadline(formatDate(deadline))}</span>
  const { date, distance, late, soon } = deadlineWords(deadline, now)
  return (
    <>
      {sv.deadline(date)},{' '}
      <span className={classNames(late ? 'font-semibold text-bad' : soon ? 'font-semibold text-warn' : 'text-muted')}>
        {distance}
      </span>
    </>
  )
}

/** Sections, each a link to its place in the form. */
export function SectionList({ sections, now }: { sections: OwnSection[]; now: Date }) {
  return (
    <ul className="flex flex-col divide-y divide-line rounded-xl bg-surface shadow-raised">
      {sections.map(({ id, heading, reportId, reportTitle, boardName, ...when }) => (
        <li key={id} className="relative px-4 py-3 hover:bg-accent-soft/40">
          <a
            href={`/mina-avsnitt/${reportId}#${sectionElementId(id)}`}
            // The whole row leads there: a thumb needs room.
            className="font-semibold text-accent underline underline-offset-2 after:absolute after:inset-0"
          >
            {heading}
          </a>
          <p className="text-sm text-muted">
            {reportTitle}, {boardName}
          </p>
          <p className="text-sm">
            <When {...when} now={now} />
          </p>
        </li>
      ))}
    </ul>
  )
}
