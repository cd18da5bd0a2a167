import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

/** Words that open what belongs to them. */
export function Disclosure({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className="group/disclosure min-w-0">
      <summary className="inline-flex min-h-6 items-center gap-1 rounded text-sm text-accent">
        <ChevronRight aria-hidden className="size-4 transition-transform group-open/disclosure:rotate-90" />
        {summary}
      </summary>
      {children}
    </details>
  )
}
