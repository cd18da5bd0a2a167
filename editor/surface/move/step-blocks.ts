import * as Y from 'yjs'
import type { Step } from './moved-text.ts'

/** The list, quote or section that the path leads to; null where the text is another by now. */
function parentAt(fragment: Y.XmlFragment, path: readonly number[]): Y.XmlFragment | null {
  let parent: Y.XmlFragment | null = fragment
  for (const index of path) {
    const child: unknown = parent?.get(index)
    parent = child instanceof Y.XmlElement ? child : null
  }
  return parent
}

/**
 * Blocks change places with their neighbour. The neighbour is what goes and comes again, so that what others write in the
 * blocks that are moved, and the caret in them, stay there. Not by the editor: it would find out what has changed in which
 * paragraph by comparing texts, and take two that changed places for two that were written over.
 * @returns what to do in a Yjs transaction; null where there is no neighbour on that side
 */
export function stepBlocks(
  fragment: Y.XmlFragment,
  { path, first, last }: Step,
  direction: 1 | -1,
): (() => void) | null {
  const parent = parentAt(fragment, path)
  const at = direction < 0 ? first - 1 : last + 1
  const neighbour: unknown = at < 0 ? null : parent?.get(at)
  if (!parent || !(neighbour instanceof Y.XmlElement)) return null
  return () => {
    const copy = neighbour.clone()
    parent.delete(at, 1)
    parent.insert(direction < 0 ? last : first, [copy])
  }
}
