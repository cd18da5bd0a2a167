import { figureAspect } from '#editor/core/figure-words.ts'
import { exactDecimals, formatNumber } from '#editor/core/format-number.ts'
import { showValue } from '#editor/core/show-value.ts'
import { type Column, Table } from '#editor/ui/table.tsx'
import { GOAL_NAMES } from '#server/indicators/goal-names.ts'
import type { ImportDetails, ImportedValue } from '#server/indicators/read-import.ts'
import { indicatorColumn } from '../../../_components/indicator-column.tsx'
import { sv } from '../sv.ts'

function textOf(value: NonNullable<ImportedValue['before']>, { unit, unitText }: ImportedValue): string {
  if (value.status === 'withdrawn') return sv.withdrawn
  if (value.goal) return GOAL_NAMES[value.goal]
  if (value.status === 'suppressed') return sv.suppressed
  if (value.value === null) return sv.missing
  const text = showValue({ unit, unitText, decimals: exactDecimals(0, value.value) }, { value: value.value })
  return [text, value.status === 'preliminary' && sv.preliminary].filter(Boolean).join(' ')
}

const COLUMNS: Column<ImportedValue>[] = [
  indicatorColumn(sv.indicator),
  { label: sv.what, cell: figureAspect, className: 'as-table:whitespace-nowrap' },
  { label: sv.before, cell: value => (value.before ? textOf(value.before, value) : sv.nothing), isNumber: true },
  {
    label: sv.value,
    cell: value => (
      <>
        {textOf(value, value)}
        {value.denominator && (
          <span className="block text-sm font-normal text-muted">{sv.n(formatNumber(value.denominator, 0))}</span>
        )}
      </>
    ),
    isNumber: true,
    className: 'font-semibold',
  },
  { label: sv.counts, cell: ({ counts }) => (counts ? sv.yes : sv.no) },
]

export function ImportedValues({ details: { values, written } }: { details: ImportDetails }) {
  if (values.length === 0) return <p>{sv.none}</p>
  return (
    <section aria-labelledby="varden">
      <h2 id="varden" className="text-xl font-semibold">
        {sv.values}
      </h2>
      {values.length < written && <p className="mt-1 text-muted">{sv.firstOf(values.length, written)}</p>}
      <div className="mt-3">
        <Table
          caption={sv.values}
          columns={COLUMNS}
          rows={values}
          keyOf={({ indicatorId, kind, period, gender }) => `${indicatorId}|${kind}|${period}|${gender}`}
        />
      </div>
    </section>
  )
}
