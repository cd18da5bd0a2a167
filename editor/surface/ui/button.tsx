import { LoaderCircle } from 'lucide-react'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { classNames } from './class-names.ts'

const BASE =
  'inline-flex items-center justify-center gap-2 rounded-md border font-semibold text-center transition-colors select-none ' +
  'disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-progress [&_svg]:size-[1.125em] [&_svg]:shrink-0'

const VARIANTS = {
  primary: 'border-accent bg-accent text-on-accent enabled:hover:bg-accent-strong [a]:hover:bg-accent-strong',
  secondary: 'border-control bg-surface text-ink enabled:hover:bg-sunken [a]:hover:bg-sunken',
  ghost: 'border-transparent bg-transparent text-accent enabled:hover:bg-accent-soft [a]:hover:bg-accent-soft',
  danger: 'border-bad bg-bad text-on-accent enabled:hover:bg-bad-strong [a]:hover:bg-bad-strong',
}

const SIZES = {
  sm: 'min-h-8 px-2.5 py-1 text-sm',
  md: 'min-h-10 px-4 py-1.5',
}

export type ButtonVariant = keyof typeof VARIANTS
export type ButtonSize = keyof typeof SIZES

export const buttonStyle = (variant: ButtonVariant, size: ButtonSize, className?: string): string =>
  classNames(BASE, VARIANTS[variant], SIZES[size], className)

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: ReactNode
  /** Shows a spinner and ignores clicks. The button keeps its focus, which `disabled` would drop. */
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
  children,
  ...props
}: ButtonProps) {
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (loading) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      {...props}
      type={type}
      aria-disabled={loading || undefined}
      className={buttonStyle(variant, size, className)}
      onClick={click}
    >
      {loading ? <LoaderCircle aria-hidden className="animate-spin" /> : icon}
      {children}
    </button>
  )
}
