import { formatDate } from '#editor/core/format-date.ts'
import { sectionElementId } from '#editor/surface/text/places.ts'
import type { LateSection } from '#server/reports/late-sections.ts'
import { sv as all } from '../sv.ts'

const sv = all.late

/** Whom to ask, and for what. */
export function LateList({ reportId, late }: { reportId: string; late: LateSection[] }) {
  if (!late.length) return null
  return (
    <section aria-labelledby="sena-avsnitt" className="mt-8">
      <h2 id="sena-avsnitt" className="text-lg font-semibold">
        {sv.title}
      </h2>
      <ul className="mt-2 flex list-disc flex-col gap-1 pl-5">
        {late.map(({ id, number, heading, deadline, ownerName }) => (
          <li key={id}>
            <a href={`/rapporter/${reportId}#${sectionElementId(id)}`}>
              {number} {heading}
            </a>{' '}
            {sv.line(formatDate(deadline), ownerName ?? sv.nobody)}
          </li>
        ))}
      </ul>
    </section>
  )
}
