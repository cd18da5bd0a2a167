import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useCallback, useEffect, useState } from 'react'
import { type ExportProgress, type ExportWish, errorMessage, reportApi } from '#editor/surface/report-api.ts'
import { sv } from '../sv.ts'

export type PreviewState =
  | { kind: 'running'; progress: ExportProgress }
  | { kind: 'done'; pdf: PDFDocumentProxy; url: string }
  | { kind: 'failed'; message: string }

const START: ExportProgress = { state: 'queued', step: 'waiting', share: 0, errorCode: null }

const failure = ({ errorCode, errorDetail }: ExportProgress): string =>
  errorCode === 'missing-glyph' && errorDetail ? sv.missingGlyph(errorDetail) : sv.failed

/** The reader, from our own host; loaded while the server makes the file. */
async function reader() {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist')
  GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).toString()
  return getDocument
}

async function open(url: string): Promise<PDFDocumentProxy> {
  const [getDocument, response] = await Promise.all([reader(), fetch(url, { cache: 'no-store' })])
  if (!response.ok) throw new Error(`the file is not there: ${response.status}`)
  return getDocument({ data: await response.arrayBuffer(), isEvalSupported: false }).promise
}

/** The very file that an export gives, followed from the wish to its pages. Whoever leaves stops it. */
export function usePreviewFile(
  reportId: string,
  { figures, audience }: Pick<ExportWish, 'figures' | 'audience'>,
): [state: PreviewState, again: () => void] {
  const [state, setState] = useState<PreviewState>({ kind: 'running', progress: START })
  const [tries, setTries] = useState(0)
  const again = useCallback(() => setTries(count => count + 1), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is the same wish again
  useEffect(() => {
    const api = reportApi(reportId)
    let current = true
    let leave = (): void => {}
    const fail = (message: string): void => {
      if (current) setState({ kind: 'failed', message })
    }
    const show = async (url: string): Promise<void> => {
      const pdf = await open(url)
      if (!current) return void pdf.destroy()
      leave = () => void pdf.destroy()
      setState({ kind: 'done', pdf, url })
    }
    setState({ kind: 'running', progress: START })
    void reader()
    api.startExport({ format: 'pdf', figures, audience }).then(
      ({ id }) => {
        const end = (): void => void api.cancelExport(id).catch(() => {})
        if (!current) return end()
        const unwatch = api.watchExport(
          id,
          progress => {
            if (progress.state === 'failed') fail(failure(progress))
            else setState({ kind: 'running', progress })
            if (progress.state === 'done') show(api.exportFileUrl(id)).catch(() => fail(sv.lost))
          },
          () => fail(sv.lost),
        )
        leave = () => {
          unwatch()
          end()
        }
      },
      (error: unknown) => fail(errorMessage(error)),
    )
    return () => {
      current = false
      leave()
    }
  }, [reportId, figures, audience, tries])
  return [state, again]
}
