'use client'

import type { ExportWish } from '#editor/surface/report-api.ts'
import { TryAgain } from '#editor/ui/try-again.tsx'
import { sv } from '../sv.ts'
import { ExportProgressBar } from './export-progress-bar.tsx'
import { PreviewPages } from './preview-pages.tsx'
import { type PreviewState, usePreviewFile } from './use-preview-file.ts'

export interface PreviewProps extends Pick<ExportWish, 'figures' | 'audience'> {
  reportId: string
}

/** What is said to who does not see the pages come. */
const announcement = (state: PreviewState): string =>
  state.kind === 'begun' ? sv.firstShown : state.kind === 'done' ? sv.allShown(state.pdf.numPages) : ''

function Shown({ state, again }: { state: PreviewState; again: () => void }) {
  if (state.kind === 'failed') return <TryAgain error={state.message} retry={again} />
  if (state.kind === 'running')
    return (
      <div className="max-w-xl">
        <ExportProgressBar progress={state.progress} />
      </div>
    )
  return <PreviewPages pdf={state.pdf} rest={state.kind === 'begun' ? state.progress : { url: state.url }} />
}

/** The file as it will be, page by page; the first page as soon as it is known how it will be. */
export function Preview({ reportId, ...wish }: PreviewProps) {
  const [state, again] = usePreviewFile(reportId, wish)
  return (
    <>
      <p role="status" className="sr-only">
        {announcement(state)}
      </p>
      <Shown state={state} again={again} />
    </>
  )
}
