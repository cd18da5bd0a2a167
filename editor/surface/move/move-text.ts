import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isMac } from '../toolbar/shortcut.ts'
import { movedText, type Step, stepOf } from './moved-text.ts'
import type { Mover, Target } from './mover.ts'
import { moveWithin } from './place-text.ts'

export interface MoveTextOptions {
  mover: Mover
  sectionId: string
}

/** ProseMirror keeps the dragged node, where it is not the selection, to itself. */
type Dragging = EditorView['dragging'] & { node?: Selection }

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
  if (tr) source.view.dispatch(tr.setMeta('uiEvent', 'drop').scrollIntoView())
  return true
}

/** One step up or down among the blocks around it; null where there is none on that side. */
function stepTransaction(view: EditorView, step: Step, direction: 1 | -1) {
  const { parent, first, last, from, to } = step
  const neighbour = parent.maybeChild(direction < 0 ? first - 1 : last + 1)
  if (!neighbour) return null
  const { tr, selection } = view.state
  const shift = direction * neighbour.nodeSize
  // The neighbour goes, so that what others write in the block that is moved stays in it.
  if (direction < 0) tr.insert(to, neighbour).delete(from - neighbour.nodeSize, from)
  else tr.delete(to, to + neighbour.nodeSize).insert(from, neighbour)
  const [anchor, head] = [selection.anchor + shift, selection.head + shift]
  return tr.setSelection(
    selection instanceof TextSelection
      ? TextSelection.create(tr.doc, anchor, head)
      : Selection.near(tr.doc.resolve(anchor)),
  )
}

/** Up goes to the end of the section before, down to the beginning of the one after. */
const edge =
  (direction: 1 | -1) =>
  (doc: Node): number =>
    direction < 0 ? doc.content.size : 0

function moveStep(view: EditorView, { mover, sectionId }: MoveTextOptions, direction: 1 | -1): boolean {
  if (!view.editable || view.composing) return false
  const { selection } = view.state
  if (view.state.doc.childCount === 0) return true
  const within =
    stepTransaction(view, stepOf(selection), direction) ?? stepTransaction(view, stepOf(selection, true), direction)
  if (within) {
    view.dispatch(within.scrollIntoView())
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
          handleDrop: (view, event) => {
            const found = view.posAtCoords({ left: event.clientX, top: event.clientY })
            return found !== null && dropFrom(mover, event, { sectionId, at: () => found.pos })
          },
        },
      }),
    ]
  },
})
