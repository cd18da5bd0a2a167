import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { sv } from '../sv.ts'

export interface PreviewPageProps {
  pdf: PDFDocumentProxy
  number: number
  /** Null while it is not known. */
  total: number | null
  /** Another size is drawn anew, or it would be blurred. */
  percent: number
  /** Told when the page stands in the middle of the window. */
  onShown: (number: number) => void
}

interface Shown {
  /** Height over width. */
  shape: number
  /** What stands on it, for who does not see it. */
  text: string
}

const A4 = 297 / 210

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  return items.map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
}

/** Whether the element is within a window's height of the window, and says when it is in its middle. */
function useNearness(onShown: () => void) {
  const ref = useRef<HTMLLIElement>(null)
  const [isNear, setNear] = useState(false)
  const shown = useRef(onShown)
  shown.current = onShown
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const near = new IntersectionObserver(entries => setNear(entries.some(entry => entry.isIntersecting)), {
      rootMargin: '100% 0px',
    })
    const middle = new IntersectionObserver(
      entries => {
        if (entries.some(entry => entry.isIntersecting)) shown.current()
      },
      { rootMargin: '-50% 0px -49.9% 0px' },
    )
    for (const observer of [near, middle]) observer.observe(element)
    return () => {
      for (const observer of [near, middle]) observer.disconnect()
    }
  }, [])
  return { ref, isNear }
}

/** One page: a picture, and its text for screen readers. */
export function PreviewPage({ pdf, number, total, percent, onShown }: PreviewPageProps) {
  const { ref, isNear } = useNearness(() => onShown(number))
  const canvas = useRef<HTMLCanvasElement>(null)
  const [shown, setShown] = useState<Shown>({ shape: A4, text: '' })

  // biome-ignore lint/correctness/useExhaustiveDependencies: the size is read from the element, which `percent` widens
  useEffect(() => {
    if (!isNear) return
    let cancel = (): void => {}
    let current = true
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(number)
      const element = canvas.current
      if (!current || !element) return
      const natural = page.getViewport({ scale: 1 })
      const scale = (element.clientWidth / natural.width) * window.devicePixelRatio
      const viewport = page.getViewport({ scale })
      const [width, height] = [Math.floor(viewport.width), Math.floor(viewport.height)]
      // Drawn apart first: what is shown stays until the new picture is whole.
      const sheet = Object.assign(document.createElement('canvas'), { width, height })
      const context = sheet.getContext('2d')
      if (!context) return
      const task = page.render({ canvasContext: context, viewport })
      cancel = () => task.cancel()
      await task.promise
      if (!current) return
      Object.assign(element, { width, height }).getContext('2d')?.drawImage(sheet, 0, 0)
      const text = await textOf(page)
      if (current) setShown({ shape: natural.height / natural.width, text })
    }
    // What is left before it is drawn has nothing to say.
    draw().catch(error => {
      if (current) throw error
    })
    return () => {
      current = false
      cancel()
    }
  }, [pdf, number, percent, isNear])

  return (
    <li ref={ref} className="scroll-mt-20" aria-label={sv.pageOf(number, total)}>
      <canvas
        ref={canvas}
        aria-hidden
        data-drawn={shown.text !== '' || undefined}
        className="block w-full bg-white shadow-raised"
        style={{ aspectRatio: `1 / ${shown.shape}` }}
      />
      <p className="sr-only">{shown.text}</p>
    </li>
  )
}
