import Link from 'next/link'
import type { Figure, FigureSet, Passport } from '#editor/core/figure.ts'
import { KIND_NAMES, originName } from '#editor/core/figure-words.ts'
import { formatInstant } from '#editor/core/format-date.ts'
import { periodName } from '#editor/core/period.ts'
import { classNames } from '#editor/ui/class-names.ts'
import type { CatalogueIndicator, CatalogueSource } from '#server/indicators/list-indicators.ts'
import { indicatorAddress } from '../indicator-address.ts'
import { byArea, columnsOf, figureIn, passportsOf, type ValueColumn } from '../source-figures.ts'
import { sv as all } from '../sv.ts'
import { Missing, ValueCell } from './value-cell.tsx'
import { CELL, HEAD, WideTable } from './wide-table.tsx'

const sv = all.table

const columnName = ({ kind, period }: ValueColumn): string =>
  [KIND_NAMES[kind], period && periodName(period)].filter(Boolean).join(' ')

/** Each row says its own period where the columns have none. */
const saysPeriod = (columns: ValueColumn[]): boolean => columns.some(({ period }) => period === null)

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function Origin({ columns, figures }: { columns: ValueColumn[]; figures: (Figure | undefined)[] }) {
  const passports = passportsOf(figures)
  const valuesOf = ({ importId }: Passport): string[] =>
    columns.filter((_, index) => figures[index]?.passport.importId === importId).map(columnName)
  return passports.map(passport => (
    <span key={passport.importId} className="block text-sm">
      <span className="block">
        {passports.length > 1
          ? sv.originOf(valuesOf(passport), originName(passport))
          : capitalised(originName(passport))}
      </span>
      <span className="block text-muted">{sv.by(formatInstant(passport.importedAt), passport.importedBy)}</span>
    </span>
  ))
}

function IndicatorRow({
  source,
  indicator,
  data,
}: {
  source: CatalogueSource
  indicator: CatalogueIndicator
  data: FigureSet
}) {
  const columns = columnsOf(source)
  const figures = columns.map(column => figureIn(data, indicator, column))
  return (
    <tr className="border-b border-line last:border-b-0">
      <th scope="row" className={classNames(CELL, 'min-w-48 text-left font-normal')}>
        <Link href={indicatorAddress(indicator.id)} className="text-accent underline">
          {indicator.name}
        </Link>
      </th>
      {saysPeriod(columns) && (
        <td className={classNames(CELL, 'whitespace-nowrap')}>
          {indicator.newest === null ? <Missing /> : periodName(indicator.newest)}
        </td>
      )}
      {columns.map((column, index) => (
        <ValueCell key={columnName(column)} indicator={indicator} figure={figures[index]} />
      ))}
      <td className={classNames(CELL, 'min-w-56')}>
        <Origin columns={columns} figures={figures} />
      </td>
    </tr>
  )
}

export function SourceTable({ source, data }: { source: CatalogueSource; data: FigureSet }) {
  const columns = columnsOf(source)
  const head = (
    <>
      <th scope="col" className={HEAD}>
        {sv.indicator}
      </th>
      {saysPeriod(columns) && (
        <th scope="col" className={HEAD}>
          {sv.period}
        </th>
      )}
      {columns.map(column => (
        <th key={columnName(column)} scope="col" className={classNames(HEAD, 'text-right')}>
          {columnName(column)}
        </th>
      ))}
      <th scope="col" className={HEAD}>
        {sv.origin}
      </th>
    </>
  )
  return (
    <WideTable caption={sv.caption(source.sourceName)} head={head}>
      {byArea(source.indicators).map(({ area, indicators }) => (
        <tbody key={area} className="border-b border-line last:border-b-0">
          {area && (
            <tr>
              <th
                scope="rowgroup"
                colSpan={columns.length + (saysPeriod(columns) ? 3 : 2)}
                className="bg-sunken px-3 py-1.5 text-left font-semibold"
              >
                {area}
              </th>
            </tr>
          )}
          {indicators.map(indicator => (
            <IndicatorRow key={indicator.id} source={source} indicator={indicator} data={data} />
          ))}
        </tbody>
      ))}
    </WideTable>
  )
}
