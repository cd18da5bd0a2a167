import { useEffect, useState } from 'react'
import { renderHtml } from '../../blocks/render-html.ts'
import { type BlockName, blockSchemas } from '../../blocks/schemas.ts'
import { type DocumentNode, walk } from '../../core/document-node.ts'
import type { FigureRef } from '../../core/figure.ts'
import { fragmentContent } from '../collab/refused-text.ts'
import { useStore, useSurface } from '../surface-context.ts'

/** Others' typing reaches a text that only is read in steps of this length. Milliseconds. */
const STEP_MS = 300

function figuresIn(content: DocumentNode): FigureRef[] {
  const refs: FigureRef[] = []
  walk(content, node => void refs.push(...(blockSchemas[node.type as BlockName]?.figures?.(node) ?? [])))
  return refs
}

/** A section's text as HTML, kept up to date with the shared document and the figures without an editor. */
export function useLiveHtml(sectionId: string, fromServer: string): string {
  const { connection, figures, tools } = useSurface()
  const room = useStore(connection, state => (state.synced ? state.room : null))
  const [html, setHtml] = useState(fromServer)

  useEffect(() => {
    if (!room) return
    const fragment = room.doc.getXmlFragment(sectionId)
    let release = (): void => {}
    let timer: ReturnType<typeof setTimeout> | null = null
    const render = (): void => {
      timer = null
      const content = fragmentContent(room.doc, sectionId)
      const before = release
      release = figures.use(figuresIn(content))
      before()
      try {
        setHtml(renderHtml(content, { data: figures.getSnapshot(), imageUrl: tools.api.imageUrl }))
      } catch {
        // Something that this version does not know: what the server rendered stays.
      }
    }
    const renderSoon = (): void => {
      timer ??= setTimeout(render, STEP_MS)
    }
    renderSoon()
    fragment.observeDeep(renderSoon)
    const stopFigures = figures.subscribe(renderSoon)
    return () => {
      if (timer) clearTimeout(timer)
      fragment.unobserveDeep(renderSoon)
      stopFigures()
      release()
    }
  }, [room, sectionId, figures, tools])

  return html
}
