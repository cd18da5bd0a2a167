import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useCallback, useEffect, useState } from 'react'
import { type ExportProgress, type ExportWish, errorMessage, reportApi } from '#editor/surface/report-api.ts'
import { sv } from '../sv.ts'

export type PreviewState =
  | { kind: 'running'; progress: ExportProgress }
  /** The first page is there, and the rest on its way. */
  | { kind: 'begun'; pdf: PDFDocumentProxy; progress: ExportProgress }
  | { kind: 'done'; pdf: PDFDocumentProxy; url: string }
  | { kind: 'failed'; message: string }

const START: ExportProgress = { state: 'queued', step: 'waiting', share: 0, errorCode: null }

const failure = ({ errorCode, errorDetail }: ExportProgress): string =>
  errorCode === 'missing-glyph' && errorDetail ? sv.missingGlyph(errorDetail) : sv.failed

interface Reader {
  open(url: string): Promise<PDFDocumentProxy>
  close(): void
}

/** The reader, from our own host, with one worker for all that it opens; it starts while the server makes the file. */
async function startReader(): Promise<Reader> {
  const { getDocument, GlobalWorkerOptions, PDFWorker } = await import('pdfjs-dist')
  GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).toString()
  const worker = new PDFWorker()
  const opened: PDFDocumentProxy[] = []
  return {
    async open(url) {
      const response = await fetch(url, { cache: 'no-store' })
      if (!response.ok) throw new Error(`the file is not there: ${response.status}`)
      const pdf = await getDocument({ data: await response.arrayBuffer(), worker, isEvalSupported: false }).promise
      opened.push(pdf)
      return pdf
    },
    close() {
      for (const pdf of opened) void pdf.destroy()
      worker.destroy()
    },
  }
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
    const reader = startReader()
    const open = async (url: string): Promise<PDFDocumentProxy> => (await reader).open(url)
    const showFirst = async (url: string): Promise<void> => {
      const pdf = await open(url)
      if (current) setState(before => (before.kind === 'running' ? { ...before, kind: 'begun', pdf } : before))
    }
    const showAll = async (url: string): Promise<void> => {
      const pdf = await open(url)
      if (current) setState({ kind: 'done', pdf, url })
    }
    const proceed = (progress: ExportProgress): void =>
      setState(before => ('progress' in before ? { ...before, progress } : before))
    setState({ kind: 'running', progress: START })
    api.startExport({ format: 'pdf', figures, audience, firstPage: true }).then(
      ({ id }) => {
        const end = (): void => void api.cancelExport(id).catch(() => {})
        if (!current) return end()
        let first: Promise<void> | null = null
        const unwatch = api.watchExport(
          id,
          progress => {
            if (progress.state === 'failed') return fail(failure(progress))
            proceed(progress)
            // Without it the pages come all the same, all at once.
            if (progress.firstPage) first ??= showFirst(api.firstPageUrl(id)).catch(() => {})
            if (progress.state === 'done')
              Promise.resolve(first)
                .then(() => showAll(api.exportFileUrl(id)))
                .catch(() => fail(sv.lost))
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
      reader.then(
        opened => opened.close(),
        () => {},
      )
    }
  }, [reportId, figures, audience, tries])
  return [state, again]
}
