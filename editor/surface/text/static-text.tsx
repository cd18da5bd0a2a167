import { memo } from 'react'
import { sv } from './sv.ts'
import { useLiveHtml } from './use-live-html.ts'

export interface StaticTextProps {
  sectionId: string
  html: string
  /** Shown where there is no text yet; null for those who only read. */
  placeholder: string | null
}

const isEmpty = (html: string): boolean => html === '' || html === '<p></p>'

/** The text as it is read: before its editor has started, and for those who may not write. */
export const StaticText = memo(function StaticText({ sectionId, html, placeholder }: StaticTextProps) {
  const live = useLiveHtml(sectionId, html)
  if (isEmpty(live))
    return (
      <div className="report-text">
        <p className="is-editor-empty" data-placeholder={placeholder ?? sv.empty} />
      </div>
    )
  // The renderer escapes every text and attribute, and knows no element that runs code.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
  return <div className="report-text" dangerouslySetInnerHTML={{ __html: live }} />
})
