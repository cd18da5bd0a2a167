import { type ComponentProps, useId } from 'react'
import { classNames } from './class-names.ts'
import { controlStyle, describedControl, Field, type FieldTexts } from './field.tsx'

export type TextAreaFieldProps = Omit<ComponentProps<'textarea'>, 'id'> & FieldTexts & { id?: string }

export function TextAreaField({ id, label, hint, error, className, rows = 3, ...props }: TextAreaFieldProps) {
  const made = useId()
  const texts = { label, hint, error }
  return (
    <Field id={id ?? made} {...texts}>
      <textarea
        rows={rows}
        {...props}
        {...describedControl(id ?? made, texts)}
        className={classNames(controlStyle, className)}
      />
    </Field>
  )
}
