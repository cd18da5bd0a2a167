import type { ReactNode } from 'react'

export const HEAD = 'px-3 py-2 text-left text-sm font-semibold text-muted'
export const CELL = 'px-3 py-2 align-top'
export const NUMBER = 'text-right tabular-nums whitespace-nowrap'

/** A table that is scrolled sideways where there is no room, by keyboard too. */
export function WideTable({ caption, head, children }: { caption: string; head: ReactNode; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable without a pointer.
    <section aria-label={caption} tabIndex={0} className="overflow-x-auto rounded-xl bg-surface shadow-raised">
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line">{head}</tr>
        </thead>
        {children}
      </table>
    </section>
  )
}
