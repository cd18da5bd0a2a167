import { Download } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { readableHtml } from '../../blocks/readable-html.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import { EMPTY_FIGURES } from '../../core/figure.ts'
import { isEmptyHtml } from '../../core/page-texts.ts'
import type { SectionStructure } from '../../core/report-page.ts'
import { Button } from '../../ui/button.tsx'
import { fragmentContent } from '../collab/refused-text.ts'
import type { Room } from '../collab/room.ts'
import { Disclosure } from '../sections/disclosure.tsx'
import { useStore, useSurface } from '../surface-context.ts'
import { headingId } from '../text/places.ts'
import { useScrollByKeyboard } from '../text/use-scroll-by-keyboard.ts'
import { putContent } from './put-content.ts'
import { sv as all } from './sv.ts'

const sv = all.last

const isEmptyText = ({ doc }: Room, sectionId: string): boolean =>
  isEmptyHtml(readableHtml(fragmentContent(doc, sectionId), { data: EMPTY_FIGURES, imageUrl: () => '' }))

/** Whether nobody has written anything in the section; false until the shared document is here. */
function useEmptyText(room: Room | null, sectionId: string): boolean {
  const [empty, setEmpty] = useState(false)
  useEffect(() => {
    if (!room) return
    const fragment = room.doc.getXmlFragment(sectionId)
    const look = (): void => setEmpty(isEmptyText(room, sectionId))
    look()
    fragment.observeDeep(look)
    return () => fragment.unobserveDeep(look)
  }, [room, sectionId])
  return empty
}

export interface LastTextProps {
  section: SectionStructure
  content: DocumentNode
  canWrite: boolean
  /** "2 Sammanfattning" */
  name: string
}

/** What stood in the section the last time: to read, and to begin from where nothing is written yet. */
export function LastText({ section, content, canWrite, name }: LastTextProps) {
  const { connection, ownForm, tools } = useSurface()
  const last = ownForm?.last ?? null
  const room = useStore(connection, state => (state.ready ? state.room : null))
  const empty = useEmptyText(room, section.id)
  const html = useMemo(
    () =>
      readableHtml(content, {
        data: last?.data ?? EMPTY_FIGURES,
        imageUrl: id => `/api/reports/${last?.reportId}/images/${id}`,
      }),
    [content, last],
  )
  const ref = useRef<HTMLDivElement>(null)
  useScrollByKeyboard(ref, html)
  if (!last) return null
  const fetchText = (): void => {
    // Asked again: somebody may have begun to write since the button was drawn.
    if (!room || !isEmptyText(room, section.id)) {
      tools.notify({ title: sv.notEmpty, tone: 'warn' })
      return
    }
    document.getElementById(headingId(section.id))?.focus({ preventScroll: true })
    room.views.await(section.id, view => {
      const undo = { label: sv.undo, run: () => void room.undoOf(section.id).undo() }
      if (putContent(view, content, last.reportId, tools))
        tools.notify({ title: sv.fetched, tone: 'good', action: undo })
      else tools.notify({ title: sv.unreadable, tone: 'warn' })
    })
  }
  return (
    <div className="mt-2 rounded-lg bg-sunken px-3 py-2">
      <Disclosure summary={sv.text(last.year)}>
        <div
          ref={ref}
          className="report-text mt-2 text-sm"
          // The renderer escapes every text and attribute, and knows no element that runs code.
          // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
          dangerouslySetInnerHTML={{ __html: html }}
        />
      </Disclosure>
      {canWrite && empty && (
        <Button
          className="mt-2 min-h-11"
          icon={<Download aria-hidden />}
          aria-label={sv.fetchInto(name)}
          onClick={fetchText}
        >
          {sv.fetch}
        </Button>
      )}
    </div>
  )
}
