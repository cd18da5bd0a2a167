// biome-ignore-all lint/a11y/noRedundantRoles: on a phone the cells stand below each other, and Safari then forgets the roles of a table.
// biome-ignore-all lint/a11y/useSemanticElements: same.
import type { ReactNode } from 'react'
import { classNames } from '#editor/ui/class-names.ts'
import { ScrollSideways } from '#editor/ui/scroll-sideways.tsx'
import { HEAD } from './wide-table.tsx'

export interface StackedColumn {
  label: string
  isNumber?: boolean
}

/** A table where there is room for one; where there is not, each row's cells below each other with the names of their columns. */
export function StackedTable({
  caption,
  columns,
  children,
}: {
  caption: string
  columns: readonly StackedColumn[]
  children: ReactNode
}) {
  return (
    <ScrollSideways label={caption} className="rounded-xl bg-surface shadow-raised">
      <table role="table" className="block w-full border-collapse lg:table">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="sr-only lg:not-sr-only lg:table-header-group">
          <tr role="row" className="border-b border-line">
            {columns.map(({ label, isNumber }) => (
              <th key={label} role="columnheader" scope="col" className={classNames(HEAD, isNumber && 'text-right')}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="block lg:table-row-group">
          {children}
        </tbody>
      </table>
    </ScrollSideways>
  )
}

/** @param heading what the row is about; its cells follow */
export function StackedRow({ heading, children }: { heading: ReactNode; children: ReactNode }) {
  return (
    <tr
      role="row"
      className="grid grid-cols-2 gap-x-4 gap-y-2 border-b border-line px-4 py-3 last:border-b-0 lg:table-row"
    >
      <th
        role="rowheader"
        scope="row"
        className="col-span-2 block text-left font-normal lg:table-cell lg:min-w-56 lg:px-3 lg:py-2 lg:align-top"
      >
        {heading}
      </th>
      {children}
    </tr>
  )
}

export interface StackedCellProps {
  column: StackedColumn
  className?: string
  children: ReactNode
}

export function StackedCell({ column: { label, isNumber }, className, children }: StackedCellProps) {
  return (
    <td
      role="cell"
      className={classNames(
        'block lg:table-cell lg:px-3 lg:py-2 lg:align-top',
        isNumber && 'tabular-nums lg:text-right',
        className,
      )}
    >
      {/* Its column's header says it to screen readers. */}
      <span aria-hidden className="block text-sm font-normal text-muted lg:hidden">
        {label}
      </span>
      {children}
    </td>
  )
}
