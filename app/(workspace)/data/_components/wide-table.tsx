import type { ReactNode } from 'react'

export const HEAD = 'px-3 py-2 text-left text-sm font-semibold text-muted'
export const CELL = 'px-3 py-2 align-top'
export const NUMBER = 'text-right tabular-nums whitespace-nowrap'

/** A table that is scrolled sideways where there is no room, by keyboard too. */
export function WideTable({ caption, head, children }: { caption: string; head: ReactNode; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields.
    <div
      role="group"
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a pointer.
      tabIndex={0}
      // Positioned, so that text for screen readers only is clipped with the rest.
      className="relative overflow-x-auto rounded-xl bg-surface shadow-raised"
    >
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line">{head}</tr>
        </thead>
        {children}
      </table>
    </div>
  )
}
