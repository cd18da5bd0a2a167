import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { sv } from './sv.ts'

/** What every form field shows round its control. */
export interface FieldTexts {
  label: string
  hint?: ReactNode
  /** About the value that stands there, below it: where it came from. */
  note?: ReactNode
  /** What is wrong and how to put it right. */
  error?: string | null
}

/** Tie a control to its label, its hint and its error, and make it look like one. */
export interface ControlAttributes {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  className: string
}

export interface FieldProps extends FieldTexts {
  /** Of the control; one is made where none is given. */
  id?: string
  children: (control: ControlAttributes) => ReactNode
}

const controlStyle =
  'w-full min-h-10 rounded-md border border-control bg-surface px-3 py-1.5 text-ink ' +
  'aria-invalid:border-bad aria-invalid:shadow-[inset_0_0_0_1px_var(--color-bad)] disabled:bg-sunken disabled:text-muted'

const hintId = (id: string): string => `${id}-hint`
const noteId = (id: string): string => `${id}-note`
export const errorId = (id: string): string => `${id}-error`

/** Label, hint, control, note and error, in the order that they are read. */
export function Field({ id: given, label, hint, note, error, children }: FieldProps) {
  const made = useId()
  const id = given ?? made
  const described = [hint && hintId(id), note && noteId(id), error && errorId(id)].filter(Boolean).join(' ')
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint && (
        <p id={hintId(id)} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        className: controlStyle,
      })}
      {note && (
        <p id={noteId(id)} className="text-sm text-muted">
          {note}
        </p>
      )}
      {error && <FieldError id={errorId(id)}>{error}</FieldError>}
    </div>
  )
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm font-medium text-bad">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        <span className="sr-only">{sv.error} </span>
        {children}
      </span>
    </p>
  )
}
