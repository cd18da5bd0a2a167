import { useEffect, useState } from 'react'
import { figuresIn } from '../../blocks/figures-in.ts'
import { readableHtml } from '../../blocks/readable-html.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import { fragmentContent } from '../collab/refused-text.ts'
import { type Surface, useStore, useSurface } from '../surface-context.ts'
import { whenIdle } from '../when-idle.ts'

/** Others' typing reaches a text that only is read in steps of this length; one out of sight, in longer ones. Milliseconds. */
const STEP_MS = 300
const FAR_STEP_MS = 5000

const html = (content: DocumentNode, { figures, tools }: Surface): string =>
  readableHtml(content, { data: figures.getSnapshot(), imageUrl: tools.api.imageUrl })

/**
 * A section's text as HTML, kept up to date with the shared document and the figures without an editor.
 * Null until the document is here.
 * @param near whether it is, or soon will be, in sight
 */
export function useLiveHtml(sectionId: string, near: boolean): string | null {
  const surface = useSurface()
  const room = useStore(surface.connection, state => (state.ready ? state.room : null))
  const [live, setLive] = useState(() => (room ? html(fragmentContent(room.doc, sectionId), surface) : null))

  useEffect(() => {
    if (!room) return
    const fragment = room.doc.getXmlFragment(sectionId)
    let release = (): void => {}
    let cancel: (() => void) | null = null
    const render = (): void => {
      cancel = null
      const content = fragmentContent(room.doc, sectionId)
      const releaseBefore = release
      release = surface.figures.use(figuresIn(content))
      releaseBefore()
      setLive(html(content, surface))
    }
    const renderAfter = (ms: number, run: () => void): void => {
      const timer = setTimeout(run, ms)
      cancel = () => clearTimeout(timer)
    }
    const renderSoon = (): void => {
      if (cancel) return
      if (near) renderAfter(STEP_MS, render)
      else
        renderAfter(FAR_STEP_MS, () => {
          cancel = whenIdle(render)
        })
    }
    renderSoon()
    fragment.observeDeep(renderSoon)
    const stopFigures = surface.figures.subscribe(renderSoon)
    return () => {
      cancel?.()
      fragment.unobserveDeep(renderSoon)
      stopFigures()
      release()
    }
  }, [room, sectionId, surface, near])

  return live
}
