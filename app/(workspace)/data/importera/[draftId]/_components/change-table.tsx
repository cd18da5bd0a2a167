import { exactDecimals, formatNumber } from '#editor/core/format-number.ts'
import { showValue } from '#editor/core/show-value.ts'
import { classNames } from '#editor/ui/class-names.ts'
import type { PreviewChange } from '#server/indicators/import/import-preview.ts'
import { CELL, HEAD, NUMBER, WideTable } from '../../../_components/wide-table.tsx'
import { sv as all } from '../sv.ts'
import { Listed } from './listed.tsx'

const sv = all.changes

export interface ChangeTableProps {
  title: string
  changes: PreviewChange[]
  count: number
  /** Show what is stored now beside what it becomes. */
  withOld: boolean
}

function textOf(change: PreviewChange, which: 'old' | 'new'): string {
  const value = change[which]
  const goal = which === 'old' ? change.oldGoal : change.newGoal
  const status = which === 'old' ? change.oldStatus : change.newStatus
  if (goal) return sv.goals[goal]
  if (status === 'suppressed') return sv.suppressed
  if (value === null) return sv.missing
  const text = showValue({ ...change, decimals: exactDecimals(0, change.old, change.new) }, { value })
  return [text, status === 'preliminary' && sv.preliminary].filter(Boolean).join(' ')
}

function Value({ change, which }: { change: PreviewChange; which: 'old' | 'new' }) {
  const n = which === 'old' ? change.oldDenominator : change.newDenominator
  const note = which === 'old' ? change.oldNote : change.newNote
  return (
    <td className={classNames(CELL, NUMBER, which === 'new' && 'font-semibold')}>
      {textOf(change, which)}
      {note && <span className="block max-w-56 text-sm font-normal whitespace-normal text-muted">{note}</span>}
      {n && <span className="block text-sm font-normal text-muted">{`${sv.n} = ${formatNumber(n, 0)}`}</span>}
    </td>
  )
}

export function ChangeTable({ title, changes, count, withOld }: ChangeTableProps) {
  const head = (
    <>
      <th scope="col" className={HEAD}>
        {sv.indicator}
      </th>
      <th scope="col" className={HEAD}>
        {sv.what}
      </th>
      {(withOld ? [sv.old, sv.new] : [sv.new]).map(text => (
        <th key={text} scope="col" className={classNames(HEAD, 'text-right')}>
          {text}
        </th>
      ))}
    </>
  )
  return (
    <Listed title={title} shown={changes.length} all={count}>
      <WideTable caption={title} head={head}>
        <tbody>
          {changes.map(change => (
            <tr
              key={`${change.indicatorId}|${change.kind}|${change.period}|${change.gender}|${change.line}`}
              className="border-b border-line last:border-b-0"
            >
              <th scope="row" className={classNames(CELL, 'min-w-56 text-left font-normal')}>
                {change.area && <span className="block text-sm text-muted">{change.area}</span>}
                {change.name}
              </th>
              <td className={classNames(CELL, 'whitespace-nowrap')}>
                {sv.about(change.kind, change.period, change.gender)}
              </td>
              {withOld && <Value change={change} which="old" />}
              <Value change={change} which="new" />
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Listed>
  )
}
