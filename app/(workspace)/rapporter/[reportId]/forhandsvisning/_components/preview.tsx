'use client'

import { Progress } from 'radix-ui'
import type { ExportWish } from '#editor/surface/report-api.ts'
import { Button } from '#editor/ui/button.tsx'
import { Notice } from '#editor/ui/notice.tsx'
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
  const percent = Math.round(state.progress.share * 100)
  return (
    <div className="max-w-xl">
      <p role="status" className="mb-2">
        {sv.steps[state.progress.step]}
      </p>
      <Progress.Root
        value={percent}
        max={100}
        aria-label={sv.progress}
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
