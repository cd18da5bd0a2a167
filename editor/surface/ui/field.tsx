import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { sv } from '../sv.ts'

export const controlStyle =
  'w-full min-h-10 rounded-md border border-control bg-surface px-3 py-1.5 text-ink ' +
  'aria-invalid:border-bad aria-invalid:shadow-[inset_0_0_0_1px_var(--color-bad)] disabled:bg-sunken disabled:text-muted'

export interface ControlAttributes {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  className: string
}

export interface FieldProps {
  label: string
  hint?: ReactNode
  /** What is wrong and how to put it right. */
  error?: string | null
  children: (control: ControlAttributes) => ReactNode
}

/** Label, hint, control and error, in the order that they are read. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
        className: controlStyle,
      })}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm font-medium text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>
            <span className="sr-only">{sv.error} </span>
            {error}
          </span>
        </p>
      )}
    </div>
  )
}
