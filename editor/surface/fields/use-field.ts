import { useCallback, useMemo } from 'react'
import { formatNumber } from '../../core/format-number.ts'
import type { FieldChange } from '../../core/report-page.ts'
import type { Field } from '../../core/structure/field.ts'
import type { FieldPlace } from '../report-api.ts'
import { useStore, useSurface } from '../surface-context.ts'
import { draftId } from './field-drafts.ts'

export interface FieldState {
  /** As it stands in the control. */
  typed: string
  state: 'saved' | 'typing' | 'saving' | 'refused' | 'waiting'
  problem: string | null
  onType: (typed: string) => void
  /** Saves at once: the field has been left, or a choice made. */
  onCommit: () => void
}

export interface FieldInput {
  field: Field
  place: FieldPlace
  /** What the server has. */
  value: string | null
  change: FieldChange | null
  /** Puts right what is sealed. */
  correct?: boolean
}

/** A value as people write it: numbers with a decimal comma, in groups of three, with every decimal that there is. */
export const typedForm = (field: Field, value: string | null): string => {
  if (value === null) return ''
  return field.type === 'number' ? formatNumber(value, value.split('.')[1]?.length ?? 0) : value
}

/** A field's control: what stands in it, and where what is typed goes. */
export function useField({ field, place, value, correct = false }: FieldInput): FieldState {
  const { drafts } = useSurface()
  const id = draftId(place)
  const draft = useStore(drafts, all => all[id])
  const target = useMemo(() => ({ field, place, correct }), [field, place, correct])
  const onType = useCallback((typed: string) => drafts.type(target, typed), [drafts, target])
  const onCommit = useCallback(() => void drafts.commit(target.place), [drafts, target])
  return {
    typed: draft ? draft.typed : typedForm(field, value),
    state: draft?.state ?? 'saved',
    problem: draft?.problem ?? null,
    onType,
    onCommit,
  }
}
