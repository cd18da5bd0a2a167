import { classNames } from '#editor/ui/class-names.ts'

export interface ProgressProps {
  /** Null while it is not known how far the work has come. */
  value: number | null
  max: number
  /** What the bar shows, in words: "12 av 26 avsnitt klara". Always visible. */
  label: string
  className?: string
}

export function Progress({ value, max, label, className }: ProgressProps) {
  const share = value === null || max <= 0 ? null : Math.min(1, Math.max(0, value / max))
  return (
    <div className={classNames('flex flex-col gap-1.5', className)}>
      <span className="text-sm">{label}</span>
      {/* The label says it all to screen readers, more exactly than a percentage. */}
      <span
        aria-hidden
        className="h-2 overflow-hidden rounded-full bg-sunken shadow-[inset_0_0_0_1px_var(--color-control)]"
      >
        <span
          className={classNames(
            'block h-full rounded-full bg-accent transition-[width]',
            share === null && 'w-1/3 animate-pulse',
          )}
          style={share === null ? undefined : { width: `${share * 100}%` }}
        />
      </span>
    </div>
  )
}
