import type { SectionStructure } from '../../core/report-page.ts'
import { isSettled } from '../../core/section-state.ts'
import { classNames } from '../../ui/class-names.ts'
import { CommentCount } from '../comments/comment-count.tsx'
import { sectionElementId } from '../text/places.ts'
import { LockSign } from './lock-sign.tsx'
import { PeopleHere } from './people-here.tsx'
import { RequiredMark } from './required-mark.tsx'
import { StatusIcon, statusWord } from './status-sign.tsx'
import { sv } from './sv.ts'
import { useCurrentSection } from './use-current-section.ts'

const INDENT = { 1: 'pl-2', 2: 'pl-5', 3: 'pl-8' }

function Progress({ sections }: { sections: SectionStructure[] }) {
  const done = sections.filter(isSettled).length
  return (
    <div className="mb-3 px-2">
      <p className="mb-1.5 text-sm text-muted">{sv.doneOf(done, sections.length)}</p>
      <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-line">
        <div
          className="h-full rounded-full bg-good transition-[width]"
          style={{ width: `${sections.length ? (done / sections.length) * 100 : 0}%` }}
        />
      </div>
    </div>
  )
}

export interface SectionNavProps {
  sections: SectionStructure[]
  /** Called when a section has been chosen: the menu of a narrow screen closes. */
  onChoose?: () => void
}

export function SectionNav({ sections, onChoose }: SectionNavProps) {
  const current = useCurrentSection(sections.map(section => section.id).join())
  return (
    <nav aria-label={sv.nav} className="text-sm">
      <Progress sections={sections} />
      <ol className="flex flex-col">
        {sections.map(section => (
          <li key={section.id}>
            <a
              href={`#${sectionElementId(section.id)}`}
              onClick={onChoose}
              aria-current={section.id === current ? 'location' : undefined}
              className={classNames(
                'flex min-h-8 items-start gap-2 rounded-md border-l-3 border-transparent py-1.5 pr-2 hover:bg-sunken',
                'aria-[current]:border-accent aria-[current]:bg-accent-soft',
                INDENT[section.level],
                section.level === 1 && 'font-medium',
              )}
            >
              <StatusIcon section={section} className="mt-0.5" />
              <span className="min-w-0 grow">
                <span className="text-muted tabular-nums">{section.number}</span> {section.heading}
                {'\u00a0'}
                <RequiredMark required={section.required} />
                <span className="sr-only">, {statusWord(section)}</span>
                <LockSign section={section} className="ml-1 inline-block size-3.5 align-[-0.125em]" />
                <CommentCount sectionId={section.id} />
              </span>
              <PeopleHere sectionId={section.id} />
            </a>
          </li>
        ))}
      </ol>
      <p aria-hidden className="mt-3 px-2 text-xs text-muted">
        {sv.requiredKey.map(line => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
      </p>
    </nav>
  )
}
