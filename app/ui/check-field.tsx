import type { ComponentProps, ReactNode } from 'react'

export interface CheckFieldProps extends Omit<ComponentProps<'input'>, 'type' | 'className'> {
  label: ReactNode
  hint?: ReactNode
}

/** A box to tick, with what it means. */
export function CheckField({ label, hint, ...props }: CheckFieldProps) {
  return (
    <label className="flex items-start gap-2.5">
      <input type="checkbox" {...props} className="mt-1 size-4 shrink-0 accent-accent" />
      <span>
        {label}
        {hint && <span className="block text-sm text-muted">{hint}</span>}
      </span>
    </label>
  )
}
