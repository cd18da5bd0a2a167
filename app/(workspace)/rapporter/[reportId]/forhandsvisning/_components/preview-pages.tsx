import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useCallback, useRef, useState } from 'react'
import type { ExportProgress } from '#editor/surface/report-api.ts'
import { sv } from '../sv.ts'
import { PreviewBar } from './preview-bar.tsx'
import { PreviewPage } from './preview-page.tsx'

/** Percent of the width that there is for a page. */
const ZOOMS = [50, 75, 100, 125, 150, 200] as const
const WHOLE = ZOOMS.indexOf(100)
/** At 100 percent, where there is room: about as large as on paper. */
const PAGE_WIDTH = '50rem'

export interface PreviewPagesProps {
  pdf: PDFDocumentProxy
  /** How far the pages after these are, or where the whole file is. */
  rest: ExportProgress | { url: string }
}

/** All pages below each other; each is drawn when it comes near. */
export function PreviewPages({ pdf, rest }: PreviewPagesProps) {
  const [zoom, setZoom] = useState(WHOLE)
  const [page, setPage] = useState(1)
  const list = useRef<HTMLOListElement>(null)
  const { numPages } = pdf
  const total = 'url' in rest ? numPages : null
  const show = useCallback(
    (wanted: number) => {
      const number = Math.min(numPages, Math.max(1, wanted))
      setPage(number)
      list.current?.children[number - 1]?.scrollIntoView({ block: 'start' })
    },
    [numPages],
  )
  const percent = ZOOMS[zoom] ?? 100
  return (
    <>
      <PreviewBar
        page={page}
        last={numPages}
        total={total}
        onPage={show}
        percent={percent}
        onSmaller={zoom > 0 ? () => setZoom(zoom - 1) : null}
        onLarger={zoom < ZOOMS.length - 1 ? () => setZoom(zoom + 1) : null}
        rest={rest}
      />
      <section aria-label={sv.pages} className="overflow-x-auto rounded-lg bg-sunken p-3 sm:p-6">
        <ol
          ref={list}
          className="mx-auto flex flex-col gap-6"
          style={{ width: `calc(min(100%, ${PAGE_WIDTH}) * ${percent / 100})` }}
        >
          {Array.from({ length: numPages }, (_, index) => (
            <PreviewPage
              // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
              key={index}
              pdf={pdf}
              number={index + 1}
              total={total}
              percent={percent}
              onShown={setPage}
            />
          ))}
        </ol>
      </section>
    </>
  )
}
