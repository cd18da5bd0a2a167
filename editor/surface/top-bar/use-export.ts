import { useCallback, useEffect, useRef, useState } from 'react'
import { type ExportProgress, type ExportWish, errorMessage, type ReportApi } from '../report-api.ts'
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

/** One export, followed to its end; the file is fetched when it is done. Nobody's export goes on without its reader. */
export function useExport(api: ReportApi): {
  /** Null until one is started. */
  state: ExportState | null
  start: (wish: ExportWish) => void
  cancel: () => void
  /** Forgets one that has ended. */
  forget: () => void
} {
  const [state, setState] = useState<ExportState | null>(null)
  const stop = useRef(() => {})

  const start = useCallback(
    (wish: ExportWish) => {
      let current = true
      let leave = (): void => {}
      stop.current()
      stop.current = () => {
        current = false
        leave()
      }
      setState({ kind: 'running', progress: START })
      api.startExport(wish).then(
        ({ id }) => {
          // It is gone at the latest when its time is over; nothing depends on the answer.
          const end = (): void => void api.cancelExport(id).catch(() => {})
          if (!current) return end()
          let unwatch = (): void => {}
          const onEnd = (ended: ExportState): void => {
            leave = () => {}
            setState(ended)
          }
          leave = () => {
            unwatch()
            end()
          }
          unwatch = api.watchExport(
            id,
            progress => {
              if (progress.state === 'done') {
                const url = api.exportFileUrl(id)
                onEnd({ kind: 'done', url })
                download(url)
              } else if (progress.state === 'failed') onEnd({ kind: 'failed', message: sv.exporting.failed })
              else setState({ kind: 'running', progress })
            },
            () => onEnd({ kind: 'failed', message: sv.exporting.lost }),
          )
        },
        (error: unknown) => {
          if (current) setState({ kind: 'failed', message: errorMessage(error) })
        },
      )
    },
    [api],
  )
  const cancel = useCallback(() => {
    stop.current()
    setState(null)
  }, [])
  const forget = useCallback(() => setState(null), [])

  useEffect(() => () => stop.current(), [])
  return { state, start, cancel, forget }
}
