import { useEffect, useState } from 'react'
import { renderHtml } from '../../blocks/render-html.ts'
import { type BlockName, blockSchemas } from '../../blocks/schemas.ts'
import { type DocumentNode, walk } from '../../core/document-node.ts'
import type { FigureRef } from '../../core/figure.ts'
import { fragmentContent } from '../collab/refused-text.ts'
import { type Surface, useStore, useSurface } from '../surface-context.ts'

/** Others' typing reaches a text that only is read in steps of this length. Milliseconds. */
const STEP_MS = 300

function figuresIn(content: DocumentNode): FigureRef[] {
  const refs: FigureRef[] = []
  walk(content, node => void refs.push(...(blockSchemas[node.type as BlockName]?.figures?.(node) ?? [])))
  return refs
}

/** Null where the text holds something that this version does not know. */
function html(content: DocumentNode, { figures, tools }: Surface): string | null {
  try {
    return renderHtml(content, { data: figures.getSnapshot(), imageUrl: tools.api.imageUrl })
  } catch {
    return null
  }
}

/** A section's text as HTML, kept up to date with the shared document and the figures without an editor. */
export function useLiveHtml(sectionId: string, fromServer: string): string {
  const surface = useSurface()
  const room = useStore(surface.connection, state => (state.synced ? state.room : null))
  const [live, setLive] = useState(() => (room ? html(fragmentContent(room.doc, sectionId), surface) : null))

  useEffect(() => {
    if (!room) return
    const fragment = room.doc.getXmlFragment(sectionId)
    let release = (): void => {}
    let timer: ReturnType<typeof setTimeout> | null = null
    const render = (): void => {
      timer = null
      const content = fragmentContent(room.doc, sectionId)
      const before = release
      release = surface.figures.use(figuresIn(content))
      before()
      setLive(html(content, surface))
    }
    const renderSoon = (): void => {
      timer ??= setTimeout(render, STEP_MS)
    }
    renderSoon()
    fragment.observeDeep(renderSoon)
    const stopFigures = surface.figures.subscribe(renderSoon)
    return () => {
      if (timer) clearTimeout(timer)
      fragment.unobserveDeep(renderSoon)
      stopFigures()
      release()
    }
  }, [room, sectionId, surface])

  return live ?? fromServer
}
