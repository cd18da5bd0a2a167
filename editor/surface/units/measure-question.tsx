import { CircleHelp } from 'lucide-react'
import type { Field } from '../../core/structure/field.ts'
import { formatValue } from '../../core/structure/format-value.ts'
import type { Row } from '../../core/structure/structured-section.ts'
import { Button } from '../../ui/button.tsx'
import { sv } from './sv.ts'

export interface MeasureQuestionProps {
  fields: readonly Field[]
  row: Row
  /** "Planerad åtgärd 2" */
  name: string
  onSame: (status: string) => void
}

/** An åtgärd that an earlier report promised asks how far it has come, until somebody has said it. */
export function MeasureQuestion({ fields, row, name, onSame }: MeasureQuestionProps) {
  const field = fields.find(one => one.key === 'status')
  const { status } = row.values
  const word = field && status ? formatValue(field, status) : null
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg bg-warn-soft px-3 py-2 print:hidden">
      <p className="flex min-w-0 grow items-start gap-2">
        <CircleHelp aria-hidden className="mt-1 size-4 shrink-0 text-warn" />
        {sv.promised}
      </p>
      {word && status && (
        <Button size="sm" aria-label={sv.sameNamed(word, name)} onClick={() => onSame(status)}>
          {sv.same(word)}
        </Button>
      )}
    </div>
  )
}
