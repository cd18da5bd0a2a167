import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from '#editor/ui/class-names.ts'
import { Field, type FieldTexts } from '#editor/ui/field.tsx'

export interface SelectOption {
  value: string
  label: string
  disabled?: boolean
}

export interface SelectGroup {
  label: string
  options: SelectOption[]
}

export type SelectFieldProps = Omit<ComponentProps<'select'>, 'children' | 'multiple'> &
  FieldTexts & {
    options: (SelectOption | SelectGroup)[]
    /** First choice, with the empty value: "Välj nämnd". */
    placeholder?: string
  }

const Option = ({ value, label, disabled }: SelectOption) => (
  <option value={value} disabled={disabled}>
    {label}
  </option>
)

export function SelectField({
  id,
  label,
  hint,
  note,
  error,
  options,
  placeholder,
  className,
  ...props
}: SelectFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} note={note} error={error}>
      {control => (
        <div className="relative">
          <select
            {...props}
            {...control}
            className={classNames(control.className, 'appearance-none truncate pr-9', className)}
          >
            {placeholder && <option value="">{placeholder}</option>}
            {options.map(option =>
              'options' in option ? (
                <optgroup key={option.label} label={option.label}>
                  {option.options.map(one => (
                    <Option key={one.value} {...one} />
                  ))}
                </optgroup>
              ) : (
                <Option key={option.value} {...option} />
              ),
            )}
          </select>
          <ChevronDown
            aria-hidden
            className="pointer-events-none absolute inset-y-0 right-3 my-auto size-4 text-muted print:hidden"
          />
        </div>
      )}
    </Field>
  )
}
