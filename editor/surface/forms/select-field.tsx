import type { ReactNode } from 'react'
import { Field } from '../../ui/field.tsx'

export interface SelectFieldProps<T extends string> {
  label: string
  hint?: string
  value: T
  onChange: (value: T) => void
  /** Value and words, in order; or groups of their own. */
  options: readonly (readonly [T, string])[]
  children?: ReactNode
}

/** One choice of several, in words. `children` come after the options. */
export function SelectField<T extends string>({
  label,
  hint,
  value,
  onChange,
  options,
  children,
}: SelectFieldProps<T>) {
  return (
    <Field label={label} hint={hint}>
      {control => (
        <select {...control} value={value} onChange={event => onChange(event.target.value as T)}>
          {options.map(([one, words]) => (
            <option key={one} value={one}>
              {words}
            </option>
          ))}
          {children}
        </select>
      )}
    </Field>
  )
}
