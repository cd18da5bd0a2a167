import type { Node } from '@tiptap/pm/model'
import type { DragEvent } from 'react'
import { dropFrom } from './move-text.ts'
import type { Mover } from './mover.ts'

/** The place between the blocks that is nearest; the end, where the page does not show the text as it stands. */
function between(shown: Element[], y: number, doc: Node): number {
  if (shown.length !== doc.childCount) return doc.content.size
  const above = shown.filter(element => {
    const { top, bottom } = element.getBoundingClientRect()
    return (top + bottom) / 2 < y
  }).length
  let pos = 0
  for (let index = 0; index < above; index += 1) pos += doc.child(index).nodeSize
  return pos
}

/** For a text that has no editor: it takes what is dragged there from another section, or says why it does not. */
export function dropOnText(mover: Mover, sectionId: string) {
  return {
    onDragOver: (event: DragEvent<HTMLElement>): void => {
      if (mover.dragged()) event.preventDefault()
    },
    onDrop: (event: DragEvent<HTMLElement>): void => {
      if (event.defaultPrevented) return
      const shown = [...(event.currentTarget.querySelector('.report-text')?.children ?? [])]
      const { clientY } = event
      if (dropFrom(mover, event.nativeEvent, { sectionId, at: doc => between(shown, clientY, doc) }))
        event.preventDefault()
    },
  }
}
