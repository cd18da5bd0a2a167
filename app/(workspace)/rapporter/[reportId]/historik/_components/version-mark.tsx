import { Bookmark, Flag, Lock, Undo2 } from 'lucide-react'
import { Status } from '#app/ui/status.tsx'
import { swedishDay } from '#editor/core/format-date.ts'
import type { VersionEntry } from '#server/history/read-timeline.ts'
import { timeOf } from '../group-by-day.ts'
import type { HistoryPlace } from '../place.ts'
import { sv } from '../sv.ts'
import { Choice } from './choice.tsx'
import { NameVersion } from './name-version.tsx'

const SIGNS = { checkpoint: Flag, named: Bookmark, 'before-restore': Undo2, locked: Lock, migrated: Flag }

export interface VersionMarkProps {
  place: HistoryPlace
  version: VersionEntry
  names: Record<string, string>
}

/** A version among the sessions: the text as it was when everything below had been written. */
export function VersionMark({ place, version, names }: VersionMarkProps) {
  const { path, structure } = place
  const Sign = SIGNS[version.kind]
  const at = Date.parse(version.at)
  const isStart = version.kind === 'checkpoint'
  const kind = isStart && version.seq > 0 ? sv.automatic : sv.version[version.kind]
  const title = version.name ?? kind
  const what = `${title}, ${swedishDay(at)} ${timeOf(at)}`
  const by = version.createdBy && names[version.createdBy]
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 bg-sunken px-4 py-2.5">
      <Choice moment={version.seq} what={what} />
      <span className="w-28 shrink-0 tabular-nums">{timeOf(at)}</span>
      <Status icon={<Sign />} tone={version.kind === 'named' ? 'info' : 'neutral'}>
        {kind}
      </Status>
      <span className="grow font-semibold">
        {version.name} <span className="font-normal text-muted">{by && sv.by(by)}</span>
      </span>
      <span className="flex items-center gap-4">
        {version.kind === 'named' && structure.may.manage && (
          <NameVersion reportId={structure.report.id} version={{ id: version.id, name: version.name ?? '' }} />
        )}
        <a
          href={`${path}?till=${version.seq}`}
          className="text-accent underline underline-offset-2 hover:text-accent-strong"
          aria-label={sv.showTextOf(what)}
        >
          {sv.showText}
        </a>
      </span>
    </div>
  )
}
