import { ChevronDown } from 'lucide-react'
import { type ComponentProps, useId } from 'react'
import { classNames } from './class-names.ts'
import { controlStyle, describedControl, Field, type FieldTexts } from './field.tsx'

export interface SelectOption {
  value: string
  label: string
  disabled?: boolean
}

export type SelectFieldProps = Omit<ComponentProps<'select'>, 'id' | 'children' | 'multiple'> &
  FieldTexts & {
    id?: string
    options: SelectOption[]
    /** First choice, with the empty value: "Välj nämnd". */
    placeholder?: string
  }

export function SelectField({ id, label, hint, error, options, placeholder, className, ...props }: SelectFieldProps) {
  const made = useId()
  const texts = { label, hint, error }
  return (
    <Field id={id ?? made} {...texts}>
      <div className="relative">
        <select
          {...props}
          {...describedControl(id ?? made, texts)}
          className={classNames(controlStyle, 'appearance-none truncate pr-9', className)}
        >
          {placeholder && <option value="">{placeholder}</option>}
          {options.map(option => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute inset-y-0 right-3 my-auto size-4 text-muted print:hidden"
        />
      </div>
    </Field>
  )
}
