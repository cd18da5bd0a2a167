import type { ComponentProps } from 'react'
import { classNames } from '#editor/ui/class-names.ts'
import { Field, type FieldTexts } from '#editor/ui/field.tsx'

export type TextAreaFieldProps = ComponentProps<'textarea'> & FieldTexts

export function TextAreaField({ id, label, hint, error, className, rows = 3, ...props }: TextAreaFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {control => (
        <textarea
          {...props}
          {...control}
          rows={rows}
          className={classNames(control.className, 'h-auto py-2', className)}
        />
      )}
    </Field>
  )
}
