import type { ReactNode } from 'react'
import { readStatusItem } from '#editor/blocks/status-list/item.ts'
import { sv as words } from '#editor/blocks/status-list/sv.ts'
import type { BlockDiff } from '#server/history/diff/section-diff.ts'
import { sv } from '../sv.ts'
import { Value } from './diff-figure.tsx'

type Attrs = Record<string, unknown>

function statusOf(attrs: Attrs): string {
  const { status, indicatorId } = readStatusItem({ type: 'statusItem', attrs })
  if (indicatorId) return sv.diff.followsIndicator
  return status ? words.statuses[status].text : sv.diff.noStatus
}

/** A list of goals by its caption, a goal by its words and its status; what is written of it stands below. */
export function DiffStatus({ block, children }: { block: BlockDiff; children: ReactNode }) {
  const { type, attrs } = block
  const before = block.was?.attrs ?? attrs
  if (type === 'statusList')
    return (
      <div>
        <p className="font-semibold">
          <Value before={before.caption} after={attrs.caption} />
        </p>
        {children}
      </div>
    )
  return (
    <div>
      <p>
        {sv.diff.goal}: <Value before={before.goal} after={attrs.goal} />, {sv.diff.goalStatus.toLowerCase()}:{' '}
        <Value before={statusOf(before)} after={statusOf(attrs)} />
      </p>
      {children}
    </div>
  )
}
