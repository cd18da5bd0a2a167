import { Mark } from '@tiptap/core'
import type { MarkSchema } from '../../core/block.ts'

/**
 * Where in the text a thread of comments belongs. It moves with the words, and is no part of the report: whatever leaves
 * the editor goes through `withoutComments`. Only the server puts it on.
 */
export const comment: MarkSchema = {
  mark: Mark.create({
    name: 'comment',
    // Several threads may be about the same words.
    excludes: '',
    // What is written after the words is not what was commented on.
    inclusive: false,
    addAttributes() {
      return {
        /** Id of the thread. */
        thread: {
          default: null,
          parseHTML: element => element.getAttribute('data-comment'),
          renderHTML: ({ thread }) => ({ 'data-comment': thread }),
        },
      }
    },
    parseHTML() {
      return [{ tag: 'span[data-comment]' }]
    },
    renderHTML({ HTMLAttributes }) {
      return ['span', HTMLAttributes, 0]
    },
  }),
}
