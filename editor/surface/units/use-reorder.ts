import type { DragEvent, KeyboardEvent } from 'react'
import { useStore, useSurface } from '../surface-context.ts'

export interface Dragging {
  /** What it may be put among: section and kind. */
  list: string
  id: string
}

/** Its own, so that a text does not take it for words that are dropped into it. */
const MIME = 'application/x-samskrift-unit'

export interface ReorderOptions {
  list: string
  /** In their order. */
  ids: readonly string[]
  /** @param before null for the end */
  move: (id: string, before: string | null) => void
}

/** Moving what is listed: by its grip with the mouse, by arrow keys on the grip. */
export function useReorder({ list, ids, move }: ReorderOptions) {
  const { dragging } = useSurface()
  const dragged = useStore(dragging)
  const isOurs = dragged?.list === list

  const step = (id: string, by: -1 | 1): void => {
    const at = ids.indexOf(id)
    const to = at + by
    if (at < 0 || to < 0 || to >= ids.length) return
    move(id, by < 0 ? (ids[to] ?? null) : (ids[to + 1] ?? null))
  }

  return {
    step,
    isFirst: (id: string): boolean => ids[0] === id,
    isLast: (id: string): boolean => ids.at(-1) === id,
    isDragged: (id: string): boolean => isOurs && dragged?.id === id,
    grip: (id: string) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.setData(MIME, id)
        event.dataTransfer.effectAllowed = 'move'
        dragging.set({ list, id })
      },
      onDragEnd: () => dragging.set(null),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
        event.preventDefault()
        step(id, event.key === 'ArrowUp' ? -1 : 1)
      },
    }),
    target: (id: string) => ({
      onDragOver: (event: DragEvent) => {
        if (!isOurs) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
      },
      onDrop: (event: DragEvent) => {
        if (!isOurs || !dragged) return
        event.preventDefault()
        dragging.set(null)
        if (dragged.id === id) return
        const { top, height } = event.currentTarget.getBoundingClientRect()
        const after = event.clientY > top + height / 2
        move(dragged.id, after ? (ids[ids.indexOf(id) + 1] ?? null) : id)
      },
    }),
  }
}

export type Reorder = ReturnType<typeof useReorder>
