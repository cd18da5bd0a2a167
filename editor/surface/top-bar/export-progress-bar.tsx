import { Progress } from 'radix-ui'
import type { ExportProgress } from '../report-api.ts'
import { sv } from './sv.ts'

export function ExportProgressBar({ progress }: { progress: ExportProgress }) {
  const percent = Math.round(progress.share * 100)
  return (
    <div>
      <p role="status" className="mb-2">
        {sv.exporting.step[progress.step]}
      </p>
      <Progress.Root
        value={percent}
        max={100}
        aria-label={sv.exporting.progress}
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
