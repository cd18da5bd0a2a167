import { GENDER_NAMES, KIND_NAMES } from '#editor/core/figure-words.ts'
import { exactDecimals, formatNumber } from '#editor/core/format-number.ts'
import { periodName } from '#editor/core/period.ts'
import { showValue } from '#editor/core/show-value.ts'
import { GOAL_NAMES } from '#server/indicators/goal-names.ts'
import type { ImportDetails, ImportedValue } from '#server/indicators/read-import.ts'
import { StackedCell, StackedRow, StackedTable } from '../../../_components/stacked-table.tsx'
import { sv } from '../sv.ts'

function textOf(value: NonNullable<ImportedValue['before']>, { unit, unitText }: ImportedValue): string {
  if (value.status === 'withdrawn') return sv.withdrawn
  if (value.goal) return GOAL_NAMES[value.goal]
  if (value.status === 'suppressed') return sv.suppressed
  if (value.value === null) return sv.missing
  const text = showValue({ unit, unitText, decimals: exactDecimals(0, value.value) }, { value: value.value })
  return [text, value.status === 'preliminary' && sv.preliminary].filter(Boolean).join(' ')
}

const columns = {
  indicator: { label: sv.indicator },
  what: { label: sv.what },
  before: { label: sv.before, isNumber: true },
  value: { label: sv.value, isNumber: true },
  counts: { label: sv.counts },
}

function Row({ value }: { value: ImportedValue }) {
  const { area, name, kind, period, gender, before, denominator, counts } = value
  return (
    <StackedRow
      heading={
        <>
          {area && <span className="block text-sm text-muted">{area}</span>}
          {name}
        </>
      }
    >
      <StackedCell column={columns.what} className="lg:whitespace-nowrap">
        {KIND_NAMES[kind]} {periodName(period)}
        {gender !== 'T' && `, ${GENDER_NAMES[gender].toLowerCase()}`}
      </StackedCell>
      <StackedCell column={columns.before}>{before ? textOf(before, value) : sv.nothing}</StackedCell>
      <StackedCell column={columns.value} className="font-semibold">
        {textOf(value, value)}
        {denominator && (
          <span className="block text-sm font-normal text-muted">{sv.n(formatNumber(denominator, 0))}</span>
        )}
      </StackedCell>
      <StackedCell column={columns.counts}>{counts ? sv.yes : sv.no}</StackedCell>
    </StackedRow>
  )
}

export function ImportedValues({ details: { values, written } }: { details: ImportDetails }) {
  if (values.length === 0) return <p>{sv.none}</p>
  return (
    <section aria-labelledby="varden">
      <h2 id="varden" className="text-xl font-semibold">
        {sv.values}
      </h2>
      {values.length < written && <p className="mt-1 text-muted">{sv.firstOf(values.length, written)}</p>}
      <div className="mt-3">
        <StackedTable caption={sv.values} columns={Object.values(columns)}>
          {values.map(value => (
            <Row key={`${value.indicatorId}|${value.kind}|${value.period}|${value.gender}`} value={value} />
          ))}
        </StackedTable>
      </div>
    </section>
  )
}
