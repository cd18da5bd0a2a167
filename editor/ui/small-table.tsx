import type { ReactNode } from 'react'
import { ScrollSideways } from './scroll-sideways.tsx'

export interface SmallTableProps {
  /** Of the place that scrolls, and read out by screen readers. */
  label: string
  /** Read out as the table's name; the label where it is not given. */
  caption?: string
  head: readonly string[]
  /** Rows. */
  children: ReactNode
}

/** A table of facts within a page. */
export function SmallTable({ label, caption = label, head, children }: SmallTableProps) {
  return (
    <ScrollSideways label={label}>
      <table className="w-full text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line text-left">
            {head.map(name => (
              <th key={name} scope="col" className="py-1.5 pr-4 font-semibold">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </ScrollSideways>
  )
}
