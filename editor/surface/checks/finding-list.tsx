import { CircleX, TriangleAlert } from 'lucide-react'
import type { Finding } from '../report-api.ts'
import { useStore, useSurface } from '../surface-context.ts'
import { sv as words } from '../sv.ts'
import { sectionElementId } from '../text/places.ts'
import { sv } from '../top-bar/sv.ts'

export interface FindingListProps {
  findings: Finding[]
  /** What a finding that stops is called, and one that does not; those of the checks where they are left out. */
  words?: Record<Finding['level'], string>
  /** Called when a section has been chosen: a dialog closes then. */
  onGo?: () => void
}

/** What the check says, each with a link to where it is. */
export function FindingList({ findings, words: levels = sv.checks, onGo }: FindingListProps) {
  const sections = useStore(useSurface().structure, state => state.structure.sections)
  return (
    <ul className="flex flex-col divide-y divide-line">
      {findings.map(({ rule, level, sectionId, message, link }) => {
        const section = sections.find(one => one.id === sectionId)
        const Icon = level === 'stop' ? CircleX : TriangleAlert
        return (
          <li key={`${rule} ${sectionId} ${message}`} className="flex gap-3 py-3">
            <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${level === 'stop' ? 'text-bad' : 'text-warn'}`} />
            <div className="min-w-0">
              <p className={`text-sm font-semibold ${level === 'stop' ? 'text-bad' : 'text-warn'}`}>{levels[level]}</p>
              <p>{message}</p>
              {link && (
                <a
                  href={`/rapporter/${link.reportId}`}
                  className="mt-1 mr-4 inline-block rounded text-accent underline underline-offset-2"
                >
                  {sv.checks.openAnswer(link.board)}
                </a>
              )}
              {section && (
                <a
                  href={`#${sectionElementId(section.id)}`}
                  onClick={onGo}
                  className="mt-1 inline-block rounded text-accent underline underline-offset-2"
                >
                  {sv.checks.goTo(words.sectionName(section.number, section.heading))}
                </a>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
