import { Extension } from '@tiptap/core'
import { Fragment, type Mark, type Node, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { CommentStore } from './comment-store.ts'

const threadOf = ({ type, attrs }: Mark): string | null => (type.name === 'comment' ? String(attrs.thread) : null)

function withMarks(content: Fragment, keeps: (mark: Mark) => boolean): Fragment {
  const nodes: Node[] = []
  content.forEach(node => {
    const kept = node.mark(node.marks.filter(keeps))
    nodes.push(node.isText ? kept : kept.copy(withMarks(node.content, keeps)))
  })
  return Fragment.fromArray(nodes)
}

/** Text that is pasted brings the comments of this report along, and no other's. */
export function ownThreadsOnly(slice: Slice, comments: Pick<CommentStore, 'has'>): Slice {
  const keeps = (mark: Mark): boolean => {
    const thread = threadOf(mark)
    return thread === null || comments.has(thread)
  }
  return new Slice(withMarks(slice.content, keeps), slice.openStart, slice.openEnd)
}

export const OwnThreadsOnly = Extension.create<{ comments: Pick<CommentStore, 'has' | 'copied'> }>({
  name: 'ownThreadsOnly',
  addProseMirrorPlugins() {
    const { comments } = this.options
    return [
      new Plugin({
        props: {
          transformCopied: slice => {
            slice.content.descendants(({ marks }) => {
              for (const mark of marks) {
                const thread = threadOf(mark)
                if (thread) comments.copied(thread)
              }
            })
            return slice
          },
          transformPasted: slice => ownThreadsOnly(slice, comments),
        },
      }),
    ]
  },
})
