// biome-ignore-all lint/a11y/noRedundantRoles: on a phone the rows are laid out as cards, and Safari then forgets the roles of a table.
// biome-ignore-all lint/a11y/useSemanticElements: same.
import type { ReactNode } from 'react'

export interface CardTableProps {
  caption: string
  columns: string[]
  /** {@link CardRow}s. */
  children: ReactNode
}

/** A small table where there is room for one, and each row by itself where there is not: it never scrolls sideways. */
export function CardTable({ caption, columns, children }: CardTableProps) {
  return (
    <table
      role="table"
      className="block w-full border-collapse overflow-hidden rounded-xl bg-surface shadow-raised md:table"
    >
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className="sr-only md:not-sr-only md:table-header-group">
        <tr role="row" className="border-b border-line">
          {columns.map(column => (
            <th
              key={column}
              role="columnheader"
              scope="col"
              className="px-3 py-2 text-left text-sm font-semibold text-muted"
            >
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block md:table-row-group">
        {children}
      </tbody>
    </table>
  )
}

/** @param heading what names the row; the other columns are {@link CardCell}s */
export function CardRow({ heading, children }: { heading: ReactNode; children: ReactNode }) {
  return (
    <tr role="row" className="block border-b border-line px-3 py-2 last:border-0 md:table-row">
      <th
        role="rowheader"
        scope="row"
        className="block py-1 text-left align-top font-medium md:table-cell md:px-3 md:py-2"
      >
        {heading}
      </th>
      {children}
    </tr>
  )
}

export interface CardCellProps {
  /** The name of the column, shown where the head is not. Left out where the content says it. */
  label?: string
  children: ReactNode
}

export function CardCell({ label, children }: CardCellProps) {
  return (
    <td role="cell" className="block py-1 align-top wrap-break-word md:table-cell md:px-3 md:py-2">
      {label && (
        <span aria-hidden className="block text-sm text-muted md:hidden">
          {label}
        </span>
      )}
      {children}
    </td>
  )
}
