import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, type Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isMac } from '../toolbar/shortcut.ts'
import { movedText, stepOf } from './moved-text.ts'
import type { Mover, Target } from './mover.ts'
import { moveWithin } from './place-text.ts'

export interface MoveTextOptions {
  mover: Mover
  sectionId: string
}

/** ProseMirror keeps the dragged node, where it is not the selection, to itself. */
type Dragging = EditorView['dragging'] & { node?: Selection }

const pointOf = ({ clientX, clientY }: DragEvent) => ({ left: clientX, top: clientY })

const isCopy = (event: DragEvent): boolean => (isMac() ? event.altKey : event.ctrlKey)

/**
 * What is being dragged, as it stands now: others may have written in it since the drag began.
 * @returns whether it was moved, or why not has been said
 */
export function dropFrom(mover: Mover, event: DragEvent, target: Target): boolean {
  const source = mover.dragged()
  if (!source || isCopy(event)) return false
  const { state } = source.view
  const moved = movedText(state.doc, (source.view.dragging as Dragging | null)?.node ?? state.selection)
  source.view.dragging = null
  if (!moved) return false
  if (source.sectionId !== target.sectionId) {
    mover.move({ ...source, moved }, target)
    return true
  }
  const tr = moveWithin(state, moved, target.at(state.doc))
  if (tr) mover.moveWithin(source.sectionId, source.view, tr.setMeta('uiEvent', 'drop'))
  return true
}

/** Up goes to the end of the section before, down to the beginning of the one after. */
const edge =
  (direction: 1 | -1) =>
  (doc: Node): number =>
    direction < 0 ? doc.content.size : 0

/** "Flytta stycket": one step, over the section's border where there is no more of it on that side. */
export function moveStep(view: EditorView, { mover, sectionId }: MoveTextOptions, direction: 1 | -1): boolean {
  if (!view.editable || view.composing) return false
  const { selection, doc } = view.state
  if (doc.childCount === 0) return true
  const steps = [stepOf(selection), stepOf(selection, true)]
  if (steps.some(step => mover.step(sectionId, step, direction))) {
    view.dispatch(view.state.tr.scrollIntoView())
    return true
  }
  const next = mover.beside(sectionId, direction)
  const { from, to, slice } = stepOf(selection, true)
  if (next && slice.content.textBetween(0, slice.content.size, '', ' ').length > 0)
    mover.move({ sectionId, view, moved: { from, to, slice } }, { sectionId: next.id, at: edge(direction) })
  return true
}

/** Text is moved by dragging it and by keys, within its section and from one to another. */
export const MoveText = Extension.create<MoveTextOptions>({
  name: 'moveText',
  addKeyboardShortcuts() {
    const step = (direction: 1 | -1) => () => moveStep(this.editor.view, this.options, direction)
    return { 'Alt-Shift-ArrowUp': step(-1), 'Alt-Shift-ArrowDown': step(1) }
  },
  addProseMirrorPlugins() {
    const { mover, sectionId } = this.options
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            // Nobody else answers a drop without a place: the browser would move the text, as two changes of two sections.
            drop: (view, event) => {
              const nowhere = mover.dragged() !== null && view.posAtCoords(pointOf(event)) === null
              if (nowhere) event.preventDefault()
              return nowhere
            },
          },
          handleDrop: (view, event) => {
            const found = view.posAtCoords(pointOf(event))
            return found !== null && dropFrom(mover, event, { sectionId, at: () => found.pos })
          },
        },
      }),
    ]
  },
})
