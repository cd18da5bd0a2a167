import { Undo2 } from 'lucide-react'
import { formatInstant } from '../../core/format-date.ts'
import type { FieldChange } from '../../core/report-page.ts'
import type { Field } from '../../core/structure/field.ts'
import { formatValue } from '../../core/structure/format-value.ts'
import { Button } from '../../ui/button.tsx'
import { sv } from './sv.ts'
import { type FieldState, typedForm } from './use-field.ts'

const MOST_SHOWN = 40
const short = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text)

/** Who changed a field last, and what stood there before: shown while one is in the field. */
export function LastChange({ field, change, state }: { field: Field; change: FieldChange; state: FieldState }) {
  const restore = (): void => {
    state.onType(typedForm(field, change.before))
    state.onCommit()
  }
  return (
    <p className="mt-1 hidden flex-wrap items-center gap-x-2 text-sm text-muted group-focus-within/field:flex">
      {sv.changed(change.by, formatInstant(change.at))}
      <Button size="sm" variant="ghost" icon={<Undo2 aria-hidden />} onClick={restore}>
        {change.before === null ? sv.restoreEmpty : sv.restore(short(formatValue(field, change.before)))}
      </Button>
    </p>
  )
}
