import { getSchema } from '@tiptap/core'
import { type MouseEvent, memo, useMemo, useRef, useState } from 'react'
import { documentExtensions } from '../../blocks/extensions.ts'
import type { SectionStructure } from '../../core/report-page.ts'
import { Notice } from '../../ui/notice.tsx'
import { useStore, useSurface } from '../surface-context.ts'
import { type Click, SectionEditor } from './section-editor.tsx'
import { StaticText } from './static-text.tsx'
import { sv } from './sv.ts'
import { unknownContent } from './unknown-content.ts'
import { useNear } from './use-near.ts'

const schema = getSchema(documentExtensions)

export interface SectionTextProps {
  section: SectionStructure
  /** The text as the server rendered it with the page. */
  html: string
  canWrite: boolean
}

/** A section's text: readable at once, an editor as soon as it is near and the shared document is here. */
export const SectionText = memo(function SectionText({ section, html, canWrite }: SectionTextProps) {
  const { connection } = useSurface()
  const room = useStore(connection, state => (state.synced ? state.room : null))
  const ref = useRef<HTMLDivElement>(null)
  const near = useNear(ref)
  const [click, setClick] = useState<Click | null>(null)
  const wanted = canWrite && (near || click !== null)

  const unknown = useMemo(
    () => (wanted && room ? unknownContent(room.doc.getXmlFragment(section.id), schema) : []),
    [wanted, room, section.id],
  )
  const text = (
    <StaticText sectionId={section.id} html={html} placeholder={canWrite ? sv.placeholder(section.guidance) : null} />
  )
  const remember = (event: MouseEvent): void => setClick({ x: event.clientX, y: event.clientY })

  if (wanted && room && !unknown.length)
    return (
      <div ref={ref}>
        <SectionEditor key={room.doc.guid} section={section} room={room} focusAt={click}>
          {text}
        </SectionEditor>
      </div>
    )
  return (
    // Until it can be written in, the text is only text; a click is remembered for the editor that comes.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard reaches the editor when it is there
    <div ref={ref} onClick={canWrite && !unknown.length ? remember : undefined}>
      {unknown.length > 0 && (
        <Notice tone="warn" title={sv.unknown.title}>
          {sv.unknown.text}
        </Notice>
      )}
      {text}
    </div>
  )
})
