import Link from 'next/link'
import { figureKey } from '#editor/core/figure.ts'
import { figureName, GENDER_NAMES, KIND_NAMES } from '#editor/core/figure-words.ts'
import { periodName } from '#editor/core/period.ts'
import { showValue } from '#editor/core/show-value.ts'
import { classNames } from '#editor/ui/class-names.ts'
import type { CatalogueEntry } from '#server/indicators/catalogue/read-indicator.ts'
import { CELL, HEAD, NUMBER, WideTable } from '../../../_components/wide-table.tsx'
import { figureAddress } from '../../../indicator-address.ts'
import { sv as words } from '../sv.ts'

const sv = words.figures

/** Every figure of an indicator, a column per period; each leads to its passport. */
export function FigureTable({ entry, asOf }: { entry: CatalogueEntry; asOf: string | undefined }) {
  const { indicator, rows, periods, data } = entry
  if (periods.length === 0) return <p className="text-muted">{asOf ? sv.noneThen : sv.none}</p>
  const head = (
    <>
      <th scope="col" className={HEAD}>
        {sv.what}
      </th>
      {periods.map(period => (
        <th key={period} scope="col" className={classNames(HEAD, 'text-right whitespace-nowrap')}>
          {periodName(period)}
        </th>
      ))}
    </>
  )
  return (
    <WideTable caption={sv.caption(indicator.name)} head={head}>
      <tbody>
        {rows.map(({ kind, gender }) => (
          <tr key={`${kind}${gender}`} className="border-b border-line last:border-b-0">
            <th scope="row" className={classNames(CELL, 'text-left font-normal whitespace-nowrap')}>
              {[KIND_NAMES[kind], gender !== 'T' && GENDER_NAMES[gender].toLowerCase()].filter(Boolean).join(', ')}
            </th>
            {periods.map(period => {
              const ref = { indicatorId: indicator.id, kind, gender, period }
              const figure = data.figures[figureKey(ref)]
              return (
                <td key={period} className={classNames(CELL, NUMBER)}>
                  {figure && (
                    <Link
                      href={figureAddress(ref, asOf)}
                      aria-label={`${showValue(indicator, figure)}. ${sv.open(figureName(indicator, ref))}`}
                      className="underline decoration-dotted underline-offset-4 hover:bg-accent-soft"
                    >
                      {showValue(indicator, figure)}
                    </Link>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
