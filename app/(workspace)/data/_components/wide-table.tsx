import type { ReactNode } from 'react'
import { ScrollSideways } from '#editor/ui/scroll-sideways.tsx'

export const HEAD = 'px-3 py-2 text-left text-sm font-semibold text-muted'
export const CELL = 'px-3 py-2 align-top'
export const NUMBER = 'text-right tabular-nums whitespace-nowrap'

/** A table that is scrolled sideways where there is no room, by keyboard too. */
export function WideTable({ caption, head, children }: { caption: string; head: ReactNode; children: ReactNode }) {
  return (
    <ScrollSideways label={caption} className="rounded-xl bg-surface shadow-raised">
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line">{head}</tr>
        </thead>
        {children}
      </table>
    </ScrollSideways>
  )
}
