// biome-ignore-all lint/a11y/noRedundantRoles: on a phone the rows are laid out as cards, and Safari then forgets the roles of a table.
// biome-ignore-all lint/a11y/useSemanticElements: same.
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { ScrollSideways } from './scroll-sideways.tsx'

export interface Column<Row> {
  label: string
  cell: (row: Row) => ReactNode
  /** Figures stand to the right in their column. */
  isNumber?: boolean
  /** Whether a card says the label. Unset: in every column but the first, which names the row. */
  labelInCard?: boolean
  /** Takes the width of a card to itself. */
  fillsCard?: boolean
  className?: string
}

export interface RowGroup<Row> {
  /** Empty where the rows belong to none. */
  name: string
  rows: readonly Row[]
}

interface Rows<Row> {
  columns: readonly Column<Row>[]
  keyOf: (row: Row, index: number) => string | number
}

export type TableProps<Row> = Rows<Row> & {
  /** The table's name, for screen readers. */
  caption: string
} & ({ rows: readonly Row[]; groups?: never } | { rows?: never; groups: readonly RowGroup<Row>[] })

/** How much room a table takes goes by how many columns it has; globals.css says the widths. */
function roomFor(columnCount: number): string {
  if (columnCount <= 2) return '@container/two-columns'
  return columnCount <= 4 ? '@container/few-columns' : '@container/many-columns'
}

/**
 * Things of one kind, one a row, named by their first column. A table where it has room and on paper; where it has not,
 * each row is a card with its labels and values below each other, and nothing is moved sideways to be read. To screen
 * readers it is a table with its headers at every width.
 *
 * What is no list of things but a sheet that is read across, with columns that nobody knows beforehand, stays one and
 * scrolls by itself within `ScrollSideways`: the first rows of a file, a grid of fields with its sums, tables in a text.
 */
export function Table<Row>({
  caption,
  columns,
  keyOf,
  rows,
  groups = [{ name: '', rows: rows ?? [] }],
}: TableProps<Row>) {
  return (
    <div className={classNames('print:[container-type:normal]', roomFor(columns.length))}>
      <ScrollSideways
        label={caption}
        className="as-table:rounded-xl as-table:border as-table:border-line as-table:bg-surface as-table:print:rounded-none as-table:print:border-0"
      >
        <table
          role="table"
          className="flex w-full border-collapse flex-col gap-5 as-table:table print:text-xs print:[&_*]:text-xs"
        >
          <caption className="sr-only">{caption}</caption>
          <thead role="rowgroup" className="sr-only break-after-avoid as-table:not-sr-only as-table:table-header-group">
            <tr role="row" className="border-b border-line">
              {columns.map(({ label, isNumber }) => (
                <th
                  key={label}
                  role="columnheader"
                  scope="col"
                  className={classNames(
                    'px-3 py-2 text-sm font-semibold text-muted as-table:print:py-1 as-table:print:pl-0',
                    isNumber ? 'text-right' : 'text-left',
                  )}
                >
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map(group => (
            <Group key={group.name} columns={columns} keyOf={keyOf} group={group} />
          ))}
        </table>
      </ScrollSideways>
    </div>
  )
}

/** Figures are short, and more of them stand beside each other than of words. */
const placesIn = <Row,>(columns: readonly Column<Row>[]): string =>
  columns.every(({ isNumber, fillsCard }) => isNumber || fillsCard)
    ? 'grid-cols-[repeat(auto-fill,minmax(min(6rem,100%),1fr))]'
    : 'grid-cols-[repeat(auto-fill,minmax(min(7.25rem,100%),1fr))]'

function Group<Row>({ columns, keyOf, group: { name, rows } }: Rows<Row> & { group: RowGroup<Row> }) {
  const [first, ...others] = columns
  return (
    <tbody role="rowgroup" className="flex flex-col gap-3 as-table:table-row-group">
      {name && (
        <tr role="row" className="block break-after-avoid border-b border-line as-table:table-row">
          <th
            role="rowheader"
            scope="rowgroup"
            colSpan={columns.length}
            className="block py-1 text-left font-semibold as-table:table-cell as-table:bg-sunken as-table:px-3 as-table:py-1.5 as-table:print:pl-0"
          >
            {name}
          </th>
        </tr>
      )}
      {rows.map((row, index) => (
        <tr
          key={keyOf(row, index)}
          role="row"
          className={classNames(
            'grid gap-x-4 gap-y-2 rounded-xl border border-line bg-surface px-4 py-3 as-table:table-row as-table:break-inside-avoid as-table:rounded-none as-table:border-0 as-table:border-b as-table:first:break-before-avoid as-table:last:border-b-0 as-table:hover:bg-accent-soft/40',
            placesIn(others),
          )}
        >
          {first && (
            <th role="rowheader" scope="row" className={cellStyle(first, 'col-span-full text-left font-medium')}>
              {first.labelInCard && <Label>{`${first.label} `}</Label>}
              {first.cell(row)}
            </th>
          )}
          {others.map(column => (
            <td key={column.label} role="cell" className={cellStyle(column)}>
              <Content column={column} row={row} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}

const cellStyle = <Row,>({ isNumber, fillsCard, className }: Column<Row>, own?: string): string =>
  classNames(
    'block wrap-break-word as-table:table-cell as-table:px-3 as-table:py-2.5 as-table:align-top as-table:print:py-1 as-table:print:pl-0',
    isNumber && 'tabular-nums as-table:text-right as-table:whitespace-nowrap',
    // Where nothing is said no place is held for it, but it stays a cell of its row.
    fillsCard && 'col-span-full empty:absolute as-table:empty:static',
    own,
    className,
  )

/** What has nothing to say has no label. */
function Content<Row>({ column: { label, labelInCard = true, cell }, row }: { column: Column<Row>; row: Row }) {
  const content = cell(row)
  const isEmpty = content === null || content === undefined || content === false || content === ''
  return (
    <>
      {labelInCard && !isEmpty && <Label className="block">{label}</Label>}
      {content}
    </>
  )
}

/** For the eye: screen readers have it from the column's header. */
const Label = ({ className, children }: { className?: string; children: string }) => (
  <span aria-hidden className={classNames('text-sm font-normal text-muted as-table:hidden', className)}>
    {children}
  </span>
)
