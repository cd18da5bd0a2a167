import { TriangleAlert } from 'lucide-react'
import { askedFor, conflictsOf } from '../../core/structure/bounds.ts'
import type { Field, Values } from '../../core/structure/field.ts'
import { unmetNeeds } from '../../core/structure/row-need.ts'
import type { FieldPlace } from '../report-api.ts'
import { useStore, useSurface } from '../surface-context.ts'

export interface Measured {
  field: Field
  /** All fields of the holder, and what stands in them. */
  fields: readonly Field[]
  values: Values
  place: Pick<FieldPlace, 'of' | 'id'>
}

/**
 * What is wrong with a field beside others, as text of a line each: one string, so that it keeps its identity between
 * changes elsewhere.
 */
export function useConflicts({ field, fields, values, place: { of, id } }: Measured): string {
  return useStore(useSurface().structure, ({ structure: { report, sections } }) => {
    const conflicts = conflictsOf(field, { own: { fields, values }, report, sections })
    const asking = sections.find(
      one => one.needs && (of === 'section' ? one.id === id : of === 'unit' && one.unit?.head && one.unit.id === id),
    )
    const unmet = asking ? unmetNeeds(asking, sections).filter(need => need.field === field.key) : []
    const asked = askedFor(field, { fields, values })
    return [...conflicts, ...unmet]
      .map(({ message }) => message)
      .concat(asked ?? [])
      .join('\n')
  })
}

/** Says at the field what does not fit together; what is typed is kept all the same. */
export function Conflicts({ id, text }: { id: string; text: string }) {
  return (
    <div id={id} role="status">
      {text !== '' && (
        <p className="mt-1 flex items-start gap-1.5 text-sm font-medium text-warn">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="whitespace-pre-line">{text}</span>
        </p>
      )}
    </div>
  )
}
