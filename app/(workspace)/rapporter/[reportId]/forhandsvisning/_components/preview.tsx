'use client'

import type { ExportWish } from '#editor/surface/report-api.ts'
import { Button } from '#editor/ui/button.tsx'
import { Notice } from '#editor/ui/notice.tsx'
import { ProgressBar } from '#editor/ui/progress-bar.tsx'
import { sv } from '../sv.ts'
import { PreviewPages } from './preview-pages.tsx'
import { usePreviewFile } from './use-preview-file.ts'

export interface PreviewProps extends Pick<ExportWish, 'figures' | 'audience'> {
  reportId: string
}

/** The file as it will be, page by page. */
export function Preview({ reportId, ...wish }: PreviewProps) {
  const [state, again] = usePreviewFile(reportId, wish)
  if (state.kind === 'failed')
    return (
      <Notice tone="bad" alert>
        <p>{state.message}</p>
        <Button size="sm" className="mt-2" onClick={again}>
          {sv.retry}
        </Button>
      </Notice>
    )
  if (state.kind === 'done') return <PreviewPages pdf={state.pdf} url={state.url} />
  const { step, share } = state.progress
  return (
    <div className="max-w-xl">
      <ProgressBar step={sv.steps[step]} label={sv.progress} share={share} />
    </div>
  )
}
