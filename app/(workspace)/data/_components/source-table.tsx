import Link from 'next/link'
import type { Figure, FigureSet, Passport } from '#editor/core/figure.ts'
import { KIND_NAMES, originName } from '#editor/core/figure-words.ts'
import { formatInstant } from '#editor/core/format-date.ts'
import { periodName } from '#editor/core/period.ts'
import { type Column, Table } from '#editor/ui/table.tsx'
import type { CatalogueIndicator, CatalogueSource } from '#server/indicators/list-indicators.ts'
import { indicatorAddress } from '../indicator-address.ts'
import { byArea, columnsOf, figureIn, passportsOf, type ValueColumn } from '../source-figures.ts'
import { sv as all } from '../sv.ts'
import { Missing, Value } from './value.tsx'

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

function tableColumns(source: CatalogueSource, data: FigureSet): Column<CatalogueIndicator>[] {
  const columns = columnsOf(source)
  return [
    {
      label: sv.indicator,
      cell: ({ id, name }) => (
        <Link href={indicatorAddress(id)} className="text-accent underline">
          {name}
        </Link>
      ),
      className: 'as-table:min-w-48',
    },
    ...(saysPeriod(columns) ? [PERIOD] : []),
    ...columns.map(
      (column): Column<CatalogueIndicator> => ({
        label: columnName(column),
        cell: indicator => <Value indicator={indicator} figure={figureIn(data, indicator, column)} />,
        isNumber: true,
      }),
    ),
    {
      label: sv.origin,
      cell: indicator => (
        <Origin columns={columns} figures={columns.map(column => figureIn(data, indicator, column))} />
      ),
      className: 'as-table:min-w-56',
      labelInCard: false,
      fillsCard: true,
    },
  ]
}

const PERIOD: Column<CatalogueIndicator> = {
  label: sv.period,
  cell: ({ newest }) => (newest === null ? <Missing /> : periodName(newest)),
  className: 'as-table:whitespace-nowrap',
  fillsCard: true,
}

export function SourceTable({ source, data }: { source: CatalogueSource; data: FigureSet }) {
  return (
    <Table
      caption={sv.caption(source.sourceName)}
      columns={tableColumns(source, data)}
      groups={byArea(source.indicators).map(({ area, indicators }) => ({ name: area, rows: indicators }))}
      keyOf={({ id }) => id}
    />
  )
}
