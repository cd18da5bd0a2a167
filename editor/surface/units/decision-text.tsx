import { useMemo } from 'react'
import { printDecision } from '../../core/structure/print/print-decision.ts'
import type { RowTable } from '../../core/structure/structured-section.ts'
import { Printed } from './printed.tsx'
import { sv } from './sv.ts'

/** The sentences that the rows make, as they will be printed. */
export function DecisionText({ list }: { list: RowTable }) {
  const content = useMemo(() => printDecision(list), [list])
  if (!content.length) return null
  return (
    <div className="mt-3 rounded-lg bg-sunken px-4 py-3" data-decision>
      <p className="text-sm font-semibold text-muted">{sv.proposal}</p>
      <Printed content={content} />
    </div>
  )
}
