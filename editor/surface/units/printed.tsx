import { useMemo, useRef } from 'react'
import { readableHtml } from '../../blocks/readable-html.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import { EMPTY_FIGURES } from '../../core/figure.ts'
import { ScrollSideways } from '../../ui/scroll-sideways.tsx'
import { useScrollByKeyboard } from '../text/use-scroll-by-keyboard.ts'
import { sv } from './sv.ts'

interface PrintedProps {
  content: DocumentNode[]
  /** What it is, where it is wider than its place. */
  label?: string
  /** Fields have no pictures. */
  imageUrl?: (imageId: string) => string
  className?: string
}

const NO_IMAGES = (): string => ''

/** As it is printed, for those who read. */
export function Printed({ content, label = sv.printed, imageUrl = NO_IMAGES, className = 'mt-3' }: PrintedProps) {
  const html = useMemo(
    () => readableHtml({ type: 'doc', content }, { data: EMPTY_FIGURES, imageUrl }),
    [content, imageUrl],
  )
  const ref = useRef<HTMLDivElement>(null)
  useScrollByKeyboard(ref, html)
  if (!content.length) return null
  return (
    <ScrollSideways label={label} className={className}>
      {/* The renderer escapes every text and attribute, and knows no element that runs code. */}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: see above */}
      <div ref={ref} className="report-text" dangerouslySetInnerHTML={{ __html: html }} />
    </ScrollSideways>
  )
}
