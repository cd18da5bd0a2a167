import { useId, useState } from 'react'
import { fieldValue, isRequired } from '../../core/structure/compute.ts'
import type { Field, Values } from '../../core/structure/field.ts'
import { formatValue } from '../../core/structure/format-value.ts'
import { classNames } from '../../ui/class-names.ts'
import { errorId, FieldError } from '../../ui/field.tsx'
import { LastValue } from '../own/last-value.tsx'
import { Conflicts, useConflicts } from './conflicts.tsx'
import { Control } from './control.tsx'
import { LastChange } from './last-change.tsx'
import { SealedValue } from './sealed-value.tsx'
import { sv } from './sv.ts'
import { type FieldInput, useField } from './use-field.ts'

const CONTROL =
  'w-full min-h-10 rounded-md border border-control bg-surface px-2.5 py-1.5 text-ink ' +
  'aria-invalid:border-bad aria-invalid:shadow-[inset_0_0_0_1px_var(--color-bad)]'

export interface ValueFieldProps extends FieldInput {
  /** All fields of the holder, for what is computed and for what another field asks for. */
  fields: readonly Field[]
  values: Values
  /** Says where the field is, for controls that many others are named like: "rad 2". */
  where?: string | undefined
  /** In a table the column's head is its label. */
  hideLabel?: boolean
  canCorrect: boolean
}

function Computed({
  field,
  fields,
  values,
  hideLabel,
}: Pick<ValueFieldProps, 'field' | 'fields' | 'values' | 'hideLabel'>) {
  const value = fieldValue(fields, values, field.key)
  return (
    <p className={classNames('py-1.5 tabular-nums', hideLabel && 'text-right')}>
      {value === null ? '–' : formatValue(field, value, { withUnit: !hideLabel })}
    </p>
  )
}

/** One typed field: its name, what stands in it, what is wrong with it, who changed it last. */
export function ValueField(props: ValueFieldProps) {
  const { field, fields, values, value, change, where, hideLabel = false, canCorrect } = props
  const id = useId()
  const [correcting, setCorrecting] = useState(false)
  const state = useField({ ...props, correct: correcting })
  const required = isRequired(field, values)
  const isSealed = field.sealed === true && value !== null && !correcting && state.state === 'saved'
  const name = where ? sv.of(field.label, where) : field.label
  const conflicts = useConflicts({ field, fields, values, place: props.place })
  const hintId = `${id}-hint`
  const conflictsId = `${id}-conflicts`
  const described = [field.hint && !hideLabel && hintId, state.problem && errorId(id), conflicts && conflictsId]
    .filter(Boolean)
    .join(' ')
  const isPlain = field.type === 'computed' || isSealed

  return (
    <div className="group/field flex min-w-0 flex-col" data-field={field.key}>
      {!hideLabel &&
        (isPlain ? (
          <p className="text-sm font-semibold">{field.label}</p>
        ) : (
          <label htmlFor={id} className="text-sm font-semibold">
            {field.label}
            {where && <span className="sr-only">, {where}</span>}
            {required && (
              <span aria-hidden className="text-bad">
                {' '}
                *
              </span>
            )}
          </label>
        ))}
      <div className={classNames(!hideLabel && 'mt-1')}>
        {field.type === 'computed' ? (
          <Computed field={field} fields={fields} values={values} hideLabel={hideLabel} />
        ) : isSealed ? (
          <SealedValue field={field} value={value} onCorrect={canCorrect ? () => setCorrecting(true) : null} />
        ) : (
          <Control
            field={field}
            state={state}
            attributes={{
              id,
              ...(hideLabel && { 'aria-label': name }),
              'aria-describedby': described || undefined,
              'aria-invalid': state.state === 'refused' || undefined,
              'aria-required': required || undefined,
              className: CONTROL,
            }}
          />
        )}
      </div>
      {/* Below, so that the controls of fields side by side stand in one line. */}
      {!hideLabel && field.hint && (
        <p id={hintId} className="mt-1 text-sm text-muted">
          {field.hint}
        </p>
      )}
      {state.problem && (
        <div className="mt-1" role="alert">
          <FieldError id={errorId(id)}>{state.problem}</FieldError>
        </div>
      )}
      <Conflicts id={conflictsId} text={conflicts} />
      {!isPlain && <LastValue field={field} place={props.place} value={value} state={state} name={name} />}
      {change && !isPlain && state.state === 'saved' && <LastChange field={field} change={change} state={state} />}
    </div>
  )
}
