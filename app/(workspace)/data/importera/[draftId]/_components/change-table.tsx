import { classNames } from '#editor/ui/class-names.ts'
import type { PreviewChange } from '#server/indicators/import/import-preview.ts'
import { CELL, HEAD, NUMBER, WideTable } from '../../../_components/wide-table.tsx'
import { exactDecimals, formatValue } from '../../../format-value.ts'
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

function Value({ change, which }: { change: PreviewChange; which: 'old' | 'new' }) {
  const value = change[which]
  const n = which === 'old' ? change.oldDenominator : change.newDenominator
  const decimals = exactDecimals(change.decimals, change.old, change.new)
  return (
    <td className={classNames(CELL, NUMBER, which === 'new' && 'font-semibold')}>
      {value === null ? sv.missing : formatValue(value, change.unit, decimals)}
      {n && <span className="block text-sm font-normal text-muted">{`${sv.n} = ${formatValue(n, 'count', 0)}`}</span>}
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
              key={`${change.indicatorId}|${change.kind}|${change.period}|${change.line}`}
              className="border-b border-line last:border-b-0"
            >
              <th scope="row" className={classNames(CELL, 'min-w-56 text-left font-normal')}>
                {change.area && <span className="block text-sm text-muted">{change.area}</span>}
                {change.name}
              </th>
              <td className={classNames(CELL, 'whitespace-nowrap')}>{sv[change.kind](change.period)}</td>
              {withOld && <Value change={change} which="old" />}
              <Value change={change} which="new" />
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Listed>
  )
}
