import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { sv } from '../top-bar/sv.ts'
import { FindingList } from './finding-list.tsx'
import type { Findings } from './use-findings.ts'

function Outcome({ findings }: { findings: NonNullable<Findings> }): ReactNode {
  if ('running' in findings) return <p role="status">{sv.checks.running}</p>
  if ('error' in findings)
    return (
      <Notice tone="bad" alert>
        {findings.error}
      </Notice>
    )
  const { found } = findings
  if (!found.length)
    return (
      <div role="status">
        <Notice tone="good">{sv.checks.none}</Notice>
      </div>
    )
  const stops = found.filter(finding => finding.level === 'stop').length
  return (
    <>
      <p role="status" className="font-medium">
        {sv.checks.count(stops, found.length - stops)}
      </p>
      <FindingList findings={found} />
    </>
  )
}

export interface ChecksPanelProps {
  findings: NonNullable<Findings>
  onAgain: () => void
  onClose: () => void
}

export function ChecksPanel({ findings, onAgain, onClose }: ChecksPanelProps) {
  return (
    <SidePanel title={sv.checks.title} onClose={onClose}>
      <Outcome findings={findings} />
      <Button size="sm" className="mt-4" loading={'running' in findings} onClick={onAgain}>
        {sv.checks.again}
      </Button>
    </SidePanel>
  )
}
