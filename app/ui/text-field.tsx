import type { ComponentProps } from 'react'
import { classNames } from '#editor/ui/class-names.ts'
import { Field, type FieldTexts } from '#editor/ui/field.tsx'

export type TextFieldProps = ComponentProps<'input'> & FieldTexts

export function TextField({ id, label, hint, error, className, ...props }: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {control => <input type="text" {...props} {...control} className={classNames(control.className, className)} />}
    </Field>
  )
}
