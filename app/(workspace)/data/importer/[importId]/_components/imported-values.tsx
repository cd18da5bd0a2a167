import { GENDER_NAMES, KIND_NAMES } from '#editor/core/figure-words.ts'
import { exactDecimals, formatNumber } from '#editor/core/format-number.ts'
import { periodName } from '#editor/core/period.ts'
import { showValue } from '#editor/core/show-value.ts'
import { classNames } from '#editor/ui/class-names.ts'
import { GOAL_NAMES } from '#server/indicators/goal-names.ts'
import type { ImportDetails, ImportedValue } from '#server/indicators/read-import.ts'
import { CELL, HEAD, NUMBER, WideTable } from '../../../_components/wide-table.tsx'
import { sv } from '../sv.ts'

function textOf(value: NonNullable<ImportedValue['before']>, { unit, unitText }: ImportedValue): string {
  if (value.status === 'withdrawn') return sv.withdrawn
  if (value.goal) return GOAL_NAMES[value.goal]
  if (value.status === 'suppressed') return sv.suppressed
  if (value.value === null) return sv.missing
  const text = showValue({ unit, unitText, decimals: exactDecimals(0, value.value) }, { value: value.value })
  return [text, value.status === 'preliminary' && sv.preliminary].filter(Boolean).join(' ')
}

export function ImportedValues({ details: { values, written } }: { details: ImportDetails }) {
  if (values.length === 0) return <p>{sv.none}</p>
  const head = [sv.indicator, sv.what, sv.before, sv.value, sv.counts].map((text, at) => (
    <th key={text} scope="col" className={classNames(HEAD, (at === 2 || at === 3) && 'text-right')}>
      {text}
    </th>
  ))
  return (
    <section aria-labelledby="varden">
      <h2 id="varden" className="text-xl font-semibold">
        {sv.values}
      </h2>
      {values.length < written && <p className="mt-1 text-muted">{sv.firstOf(values.length, written)}</p>}
      <div className="mt-3">
        <WideTable caption={sv.values} head={head}>
          <tbody>
            {values.map(value => (
              <tr
                key={`${value.indicatorId}|${value.kind}|${value.period}|${value.gender}`}
                className="border-b border-line last:border-b-0"
              >
                <th scope="row" className={classNames(CELL, 'min-w-56 text-left font-normal')}>
                  {value.area && <span className="block text-sm text-muted">{value.area}</span>}
                  {value.name}
                </th>
                <td className={classNames(CELL, 'whitespace-nowrap')}>
                  {KIND_NAMES[value.kind]} {periodName(value.period)}
                  {value.gender !== 'T' && `, ${GENDER_NAMES[value.gender].toLowerCase()}`}
                </td>
                <td className={classNames(CELL, NUMBER)}>{value.before ? textOf(value.before, value) : sv.nothing}</td>
                <td className={classNames(CELL, NUMBER, 'font-semibold')}>
                  {textOf(value, value)}
                  {value.denominator && (
                    <span className="block text-sm font-normal text-muted">
                      {sv.n(formatNumber(value.denominator, 0))}
                    </span>
                  )}
                </td>
                <td className={CELL}>{value.counts ? sv.yes : sv.no}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      </div>
    </section>
  )
}
