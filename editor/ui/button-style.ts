import { classNames } from './class-names.ts'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger'
export type ButtonSize = 'sm' | 'md' | 'lg'

const BASE =
  'inline-flex items-center justify-center gap-2 rounded-md border font-semibold text-center transition-colors select-none ' +
  'disabled:cursor-not-allowed disabled:opacity-55 aria-busy:cursor-progress aria-disabled:not-aria-busy:cursor-not-allowed aria-disabled:not-aria-busy:opacity-55 [&_svg]:size-[1.125em] [&_svg]:shrink-0'

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'border-accent bg-accent text-on-accent enabled:hover:bg-accent-strong [a]:hover:bg-accent-strong',
  secondary: 'border-control bg-surface text-ink enabled:hover:bg-sunken [a]:hover:bg-sunken',
  ghost: 'border-transparent bg-transparent text-accent enabled:hover:bg-accent-soft [a]:hover:bg-accent-soft',
  danger: 'border-bad bg-bad text-on-accent enabled:hover:bg-bad-strong [a]:hover:bg-bad-strong',
}

const SIZES: Record<ButtonSize, string> = {
  sm: 'min-h-8 px-2.5 py-1 text-sm',
  md: 'min-h-10 px-4 py-1.5',
  lg: 'min-h-12 px-5 py-2 text-lg',
}

export const buttonStyle = (variant: ButtonVariant, size: ButtonSize, className?: string): string =>
  classNames(BASE, VARIANTS[variant], SIZES[size], className)
