import type { ExportProgress } from '#editor/surface/report-api.ts'
import { ProgressBar } from '#editor/ui/progress-bar.tsx'
import { sv } from '../sv.ts'

export const ExportProgressBar = ({ progress: { step, share } }: { progress: ExportProgress }) => (
  <ProgressBar step={sv.steps[step]} label={sv.progress} share={share} />
)
