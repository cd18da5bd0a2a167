import { useCallback, useEffect, useRef, useState } from 'react'
import { type ExportFormat, type ExportProgress, errorMessage, type ReportApi } from '../report-api.ts'
import { sv } from './sv.ts'

export type ExportState =
  | { kind: 'running'; progress: ExportProgress }
  | { kind: 'done'; url: string }
  | { kind: 'failed'; message: string }

const START: ExportProgress = { state: 'queued', step: 'waiting', share: 0, errorCode: null }

/** The server names the file. */
function download(url: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = ''
  link.click()
}

/** One export, followed to its end; the file is fetched when it is done. */
export function useExport(api: ReportApi): {
  state: ExportState
  start: (format: ExportFormat, figures: boolean) => void
} {
  const [state, setState] = useState<ExportState>({ kind: 'running', progress: START })
  const stop = useRef(() => {})

  const start = useCallback(
    (format: ExportFormat, figures: boolean) => {
      let current = true
      let unwatch = (): void => {}
      stop.current()
      stop.current = () => {
        current = false
        unwatch()
      }
      setState({ kind: 'running', progress: START })
      api.startExport(format, figures).then(
        ({ id }) => {
          if (!current) return
          const onProgress = (progress: ExportProgress): void => {
            if (progress.state === 'done') {
              const url = api.exportFileUrl(id)
              setState({ kind: 'done', url })
              download(url)
            } else if (progress.state === 'failed') setState({ kind: 'failed', message: sv.exporting.failed })
            else setState({ kind: 'running', progress })
          }
          unwatch = api.watchExport(id, onProgress, () => setState({ kind: 'failed', message: sv.exporting.lost }))
        },
        (error: unknown) => {
          if (current) setState({ kind: 'failed', message: errorMessage(error) })
        },
      )
    },
    [api],
  )

  useEffect(() => () => stop.current(), [])
  return { state, start }
}
