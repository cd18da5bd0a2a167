import { type ComponentProps, useId } from 'react'
import { classNames } from './class-names.ts'
import { controlStyle, describedControl, Field, type FieldTexts } from './field.tsx'

export type TextFieldProps = Omit<ComponentProps<'input'>, 'id'> & FieldTexts & { id?: string }

export function TextField({ id, label, hint, error, className, ...props }: TextFieldProps) {
  const made = useId()
  const texts = { label, hint, error }
  return (
    <Field id={id ?? made} {...texts}>
      <input
        type="text"
        {...props}
        {...describedControl(id ?? made, texts)}
        className={classNames(controlStyle, className)}
      />
    </Field>
  )
}
