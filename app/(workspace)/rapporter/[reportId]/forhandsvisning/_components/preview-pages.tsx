import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useCallback, useRef, useState } from 'react'
import { sv } from '../sv.ts'
import { PreviewBar } from './preview-bar.tsx'
import { PreviewPage } from './preview-page.tsx'

/** Percent of the width that there is for a page. */
const ZOOMS = [50, 75, 100, 125, 150, 200] as const
const WHOLE = ZOOMS.indexOf(100)
/** At 100 percent, where there is room: about as large as on paper. */
const PAGE_WIDTH = '50rem'

/** All pages below each other; each is drawn when it comes near. */
export function PreviewPages({ pdf, url }: { pdf: PDFDocumentProxy; url: string }) {
  const [zoom, setZoom] = useState(WHOLE)
  const [page, setPage] = useState(1)
  const list = useRef<HTMLOListElement>(null)
  const total = pdf.numPages
  const show = useCallback(
    (wanted: number) => {
      const number = Math.min(total, Math.max(1, wanted))
      setPage(number)
      list.current?.children[number - 1]?.scrollIntoView({ block: 'start' })
    },
    [total],
  )
  const percent = ZOOMS[zoom] ?? 100
  return (
    <>
      <PreviewBar
        page={page}
        total={total}
        onPage={show}
        percent={percent}
        onSmaller={zoom > 0 ? () => setZoom(zoom - 1) : null}
        onLarger={zoom < ZOOMS.length - 1 ? () => setZoom(zoom + 1) : null}
        url={url}
      />
      <section aria-label={sv.pages} className="overflow-x-auto rounded-lg bg-sunken p-3 sm:p-6">
        <ol
          ref={list}
          className="mx-auto flex flex-col gap-6"
          style={{ width: `calc(min(100%, ${PAGE_WIDTH}) * ${percent / 100})` }}
        >
          {Array.from({ length: total }, (_, index) => (
            <PreviewPage
              // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
              key={index}
              pdf={pdf}
              number={index + 1}
              percent={percent}
              onShown={setPage}
            />
          ))}
        </ol>
      </section>
    </>
  )
}
