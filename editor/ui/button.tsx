'use client'

import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button-style.ts'
import { Spinner } from './spinner.tsx'

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: ReactNode
  /** Shows a spinner and ignores clicks, as with `aria-disabled`. The button keeps its focus, which `disabled` would drop. */
  loading?: boolean
}

export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  loading = false,
  type = 'button',
  className,
  onClick,
  'aria-disabled': isOff,
  children,
  ...props
}: ButtonProps) {
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (loading || isOff) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      {...props}
      type={type}
      aria-disabled={loading || isOff || undefined}
      aria-busy={loading || undefined}
      className={buttonStyle(variant, size, className)}
      onClick={click}
    >
      {loading ? <Spinner /> : icon}
      {children}
    </button>
  )
}
