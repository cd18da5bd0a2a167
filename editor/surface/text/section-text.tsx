import { type MouseEvent, memo, useMemo, useState } from 'react'
import { documentSchema } from '../../blocks/document-schema.ts'
import type { PageText } from '../../core/page-texts.ts'
import type { SectionStructure } from '../../core/report-page.ts'
import { Notice } from '../../ui/notice.tsx'
import { dropOnText } from '../move/drop-on-text.ts'
import { useStore, useSurface } from '../surface-context.ts'
import { ReadingEditor } from './reading-editor.tsx'
import { type Click, SectionEditor } from './section-editor.tsx'
import { StaticText } from './static-text.tsx'
import { sv } from './sv.ts'
import { unknownContent } from './unknown-content.ts'
import { useTurn } from './use-turn.ts'

/** Height of a text that has not been laid out, px: some 90 characters a line. */
const estimatedHeight = ({ length }: PageText): number => 40 + Math.round((length / 90) * 28)

export interface SectionTextProps {
  section: SectionStructure
  /** The text as the server rendered it with the page. */
  text: PageText
  canWrite: boolean
  /** Whether the section is, or has been, within a screen of what is shown. */
  near: boolean
}

/** A section's text: readable at once, an editor as soon as it is near and the shared document is here. */
export const SectionText = memo(function SectionText({ section, text, canWrite, near }: SectionTextProps) {
  const { connection, mover } = useSurface()
  const room = useStore(connection, state => (state.ready ? state.room : null))
  const [click, setClick] = useState<Click | null>(null)
  const comments = !canWrite && section.mayComment
  const turn = useTurn((canWrite || comments) && near && room !== null)
  const wanted = canWrite && (turn || click !== null)
  const reads = comments && turn

  const unknown = useMemo(
    () => ((wanted || reads) && room ? unknownContent(room.doc.getXmlFragment(section.id), documentSchema) : []),
    [wanted, reads, room, section.id],
  )
  const reading = (
    <StaticText
      sectionId={section.id}
      text={text}
      placeholder={canWrite ? sv.placeholder(section.guidance) : null}
      near={near}
    />
  )
  const size = { containIntrinsicBlockSize: `auto ${estimatedHeight(text)}px` }
  const drop = useMemo(() => dropOnText(mover, section.id), [mover, section.id])
  const remember = (event: MouseEvent): void => setClick({ x: event.clientX, y: event.clientY })

  if (reads && room && !unknown.length)
    return (
      // Before the editor, which lets nothing be dropped on it.
      // biome-ignore lint/a11y/noStaticElementInteractions: moving text by keyboard has keys of its own
      <div className="section-text" style={size} onDragOver={drop.onDragOver} onDropCapture={drop.onDrop}>
        <ReadingEditor key={room.doc.guid} section={section} room={room}>
          {reading}
        </ReadingEditor>
      </div>
    )
  if (wanted && room && !unknown.length)
    return (
      <div className="section-text" style={size}>
        <SectionEditor key={room.doc.guid} section={section} room={room} focusAt={click}>
          {reading}
        </SectionEditor>
      </div>
    )
  return (
    // Until it can be written in, the text is only text; a click is remembered for the editor that comes.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard reaches the editor when it is there
    <div
      className="section-text"
      style={size}
      onClick={canWrite && !unknown.length ? remember : undefined}
      onDragOver={drop.onDragOver}
      onDrop={drop.onDrop}
    >
      {unknown.length > 0 && (
        <Notice tone="warn" title={sv.unknown.title}>
          {sv.unknown.text}
        </Notice>
      )}
      {reading}
    </div>
  )
})
