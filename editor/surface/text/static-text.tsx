import { memo, useEffect, useRef } from 'react'
import { isEmptyHtml, type PageText, pageText } from '../../core/page-texts.ts'
import { sv } from './sv.ts'
import { useLiveHtml } from './use-live-html.ts'
import { useScrollByKeyboard } from './use-scroll-by-keyboard.ts'

export interface StaticTextProps {
  sectionId: string
  text: PageText
  /** Shown where there is no text yet; null for those who only read. */
  placeholder: string | null
  /** Whether it is, or soon will be, in sight. */
  near: boolean
}

/** The text as it is read: before its editor has started, and for those who may not write. */
export const StaticText = memo(function StaticText({ sectionId, text, placeholder, near }: StaticTextProps) {
  const live = useLiveHtml(sectionId, near)
  const ref = useRef<HTMLDivElement>(null)
  useScrollByKeyboard(ref, live ?? pageText(text))

  useEffect(() => {
    // Back from another page without asking the server for this one: only the server has the text.
    if (live === null && text.length > 0 && ref.current && !ref.current.hasChildNodes()) location.reload()
  }, [live, text])

  if (live === null ? text.length === 0 : isEmptyHtml(live))
    return (
      <div className="report-text">
        <p className="is-editor-empty" data-placeholder={placeholder ?? sv.empty} />
      </div>
    )
  return (
    <div
      ref={ref}
      className="report-text"
      // The browser starts with what the server rendered, which it does not get as data.
      suppressHydrationWarning
      // The renderer escapes every text and attribute, and knows no element that runs code.
      // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
      dangerouslySetInnerHTML={{ __html: live ?? pageText(text) }}
    />
  )
})
