import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

const MOVES = /^(Arrow|Page|Home$|End$)/

const isCaret = (node: Node | undefined): boolean => node instanceof HTMLElement && node.classList.contains('caret')

/**
 * Somebody else's caret at the start of a paragraph stands between one's own and the text. Chromium then takes End and
 * the arrow down for a step past that caret: the key seems to do nothing. Both places are one position of the document.
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
              const place = selection?.focusNode
              if (!selection || !(place instanceof HTMLElement) || !view.dom.contains(place)) return false
              const before = selection.focusOffset
              let after = before
              while (isCaret(place.childNodes[after])) after++
              if (after === before) return false
              if (selection.isCollapsed) selection.collapse(place, after)
              else selection.extend(place, after)
              return false
            },
          },
        },
      }),
    ]
  },
})
