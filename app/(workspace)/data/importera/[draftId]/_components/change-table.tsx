import { figureAspect } from '#editor/core/figure-words.ts'
import { exactDecimals, formatNumber } from '#editor/core/format-number.ts'
import { showValue } from '#editor/core/show-value.ts'
import { type Column, Table } from '#editor/ui/table.tsx'
import type { PreviewChange } from '#server/indicators/import/import-preview.ts'
import { indicatorColumn } from '../../../_components/indicator-column.tsx'
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
    <>
      {textOf(change, which)}
      {note && <span className="block max-w-56 text-sm font-normal whitespace-normal text-muted">{note}</span>}
      {n && <span className="block text-sm font-normal text-muted">{`${sv.n} = ${formatNumber(n, 0)}`}</span>}
    </>
  )
}

const INDICATOR = indicatorColumn(sv.indicator)

const WHAT: Column<PreviewChange> = {
  label: sv.what,
  cell: figureAspect,
  className: 'as-table:whitespace-nowrap',
  fillsCard: true,
}

const OLD: Column<PreviewChange> = {
  label: sv.old,
  cell: change => <Value change={change} which="old" />,
  isNumber: true,
}

const NEW: Column<PreviewChange> = {
  label: sv.new,
  cell: change => <Value change={change} which="new" />,
  isNumber: true,
  className: 'font-semibold',
}

export function ChangeTable({ title, changes, count, withOld }: ChangeTableProps) {
  return (
    <Listed title={title} shown={changes.length} all={count}>
      <Table
        caption={title}
        columns={withOld ? [INDICATOR, WHAT, OLD, NEW] : [INDICATOR, WHAT, NEW]}
        rows={changes}
        keyOf={({ indicatorId, kind, period, gender, line }) => `${indicatorId}|${kind}|${period}|${gender}|${line}`}
      />
    </Listed>
  )
}
