import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

const MOVES = /^(Arrow|Page|Home$|End$)/

const isCaret = (node: Node | undefined): boolean => node instanceof HTMLElement && node.classList.contains('caret')
const isMark = (node: Node | undefined): node is HTMLElement =>
  node instanceof HTMLElement && node.isContentEditable && getComputedStyle(node).display === 'inline'

/** Where the text goes on behind carets of others; null where none stands right there. They are within bold and the like. */
function pastCarets(node: Node, offset: number): [Node, number] | null {
  const child = node.childNodes[offset]
  if (isCaret(child)) return pastCarets(node, offset + 1) ?? [node, offset + 1]
  return isMark(child) ? pastCarets(child, 0) : null
}

/**
 * Somebody else's caret at the start of a paragraph stands between one's own and the text. Chromium then takes End and
 * the arrow down for a step past that caret, or goes a line too far. Both places are one position of the document.
 */
export const StepPastCarets = Extension.create({
  name: 'stepPastCarets',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (view, event) => {
              const selection = MOVES.test(event.key) ? view.dom.ownerDocument.getSelection() : null
              const focus = selection?.focusNode
              if (!selection || !focus || !view.dom.contains(focus)) return false
              const past = pastCarets(focus, selection.focusOffset)
              if (past && selection.isCollapsed) selection.collapse(...past)
              else if (past) selection.extend(...past)
              return false
            },
          },
        },
      }),
    ]
  },
})
