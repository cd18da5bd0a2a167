import { Progress } from 'radix-ui'

export interface ProgressBarProps {
  /** What is done now; said to who does not see the bar. */
  step: string
  /** What the bar shows. */
  label: string
  /** 0 to 1. */
  share: number
}

export function ProgressBar({ step, label, share }: ProgressBarProps) {
  const percent = Math.round(share * 100)
  return (
    <div>
      <p role="status" className="mb-2">
        {step}
      </p>
      <Progress.Root
        value={percent}
        max={100}
        aria-label={label}
        className="h-2.5 overflow-hidden rounded-full bg-sunken shadow-[inset_0_0_0_1px_var(--color-control)]"
      >
        <Progress.Indicator
          className="h-full rounded-full bg-accent transition-[width]"
          style={{ width: `${percent}%` }}
        />
      </Progress.Root>
    </div>
  )
}
