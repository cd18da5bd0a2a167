import type { Field } from '../../core/structure/field.ts'
import { formatValue } from '../../core/structure/format-value.ts'
import { Button } from '../../ui/button.tsx'
import { type FieldState, typedForm } from '../fields/use-field.ts'
import type { FieldPlace } from '../report-api.ts'
import { useSurface } from '../surface-context.ts'
import { sv as all } from './sv.ts'

const sv = all.last

export interface LastValueProps {
  field: Field
  place: FieldPlace
  /** What the server has. */
  value: string | null
  state: FieldState
  /** The control's own name. */
  name: string
}

/** What stood in the field the last time, and a button that fills it in; only in the contributor's form. */
export function LastValue({ field, place, value, state, name }: LastValueProps) {
  const { ownForm, tools } = useSurface()
  const before = ownForm?.last?.values[place.id]?.[place.key]
  if (before === undefined || field.type === 'computed' || field.sealed) return null
  const put = (typed: string | null): void => {
    state.onType(typedForm(field, typed))
    state.onCommit()
  }
  const take = (): void => {
    put(before)
    tools.notify({ title: sv.used(field.label), tone: 'good', action: { label: sv.undo, run: () => put(value) } })
  }
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2 text-sm text-muted">
      {before === value ? (
        sv.same
      ) : (
        <span>
          {sv.was} <span className="text-ink">{formatValue(field, before)}</span>
        </span>
      )}
      {before !== value && (
        <Button size="sm" aria-label={sv.takeFor(name)} onClick={take}>
          {sv.take}
        </Button>
      )}
    </p>
  )
}
