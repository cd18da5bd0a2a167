import { Notice } from '../../ui/notice.tsx'
import { FindingList } from '../checks/finding-list.tsx'
import type { Findings } from '../checks/use-findings.ts'
import { sv } from './sv.ts'

export interface ExportPreflightProps {
  findings: Findings
  /** Called when a section has been chosen. */
  onGo: () => void
}

/** What must be known before the file is made, with links to where it is put right. */
export function ExportPreflight({ findings, onGo }: ExportPreflightProps) {
  if (!findings) return null
  if ('running' in findings)
    return (
      <p role="status" className="text-muted">
        {sv.exporting.preflight.running}
      </p>
    )
  if ('error' in findings)
    return (
      <Notice tone="bad" alert>
        {findings.error}
      </Notice>
    )
  const stops = findings.found.filter(({ level }) => level === 'stop')
  const others = findings.found.filter(({ level }) => level !== 'stop')
  return (
    <div role="status">
      {findings.found.length === 0 && <p className="text-muted">{sv.exporting.preflight.none}</p>}
      {stops.length > 0 && (
        <section>
          <p className="font-semibold">{sv.exporting.preflight.stops}</p>
          <FindingList findings={stops} words={sv.exporting.preflight} onGo={onGo} />
        </section>
      )}
      {others.length > 0 && (
        <section>
          <p className="font-semibold">{sv.exporting.preflight.warnings}</p>
          <FindingList findings={others} words={sv.exporting.preflight} onGo={onGo} />
        </section>
      )}
    </div>
  )
}
