import type * as Y from 'yjs'
import type { CommentThread } from '../../core/comment-thread.ts'
import { isCommentForm } from '../../marks/comment/comment-form.ts'
import { textParts } from '../../marks/comment/text-parts.ts'

/** Ids of the threads that have words in a section, in the order of their first words. */
export function threadsOf(fragment: Y.XmlFragment): string[] {
  const found = new Set<string>()
  for (const { text } of textParts(fragment))
    for (const { attributes } of text.toDelta() as { attributes?: Record<string, unknown> }[])
      for (const [name, value] of Object.entries(attributes ?? {}))
        if (isCommentForm(name) && value) found.add(String((value as { thread?: unknown }).thread))
  return [...found]
}

/** Where the threads are in the shared document; looks again only in sections that have changed since. */
export class LivePlaces {
  readonly #doc: Y.Doc
  readonly #known = new Map<string, string[]>()
  readonly #onMoved: () => void

  /** @param onMoved something was written: places may be others now */
  constructor(doc: Y.Doc, onMoved: () => void) {
    this.#doc = doc
    this.#onMoved = onMoved
    doc.on('afterTransaction', this.#forget)
  }

  leave(): void {
    this.#doc.off('afterTransaction', this.#forget)
  }

  /** @returns the threads of each section, in the order of the text */
  read(sectionIds: readonly string[]): Map<string, string[]> {
    return new Map(
      sectionIds.map(id => {
        const threads = this.#known.get(id) ?? threadsOf(this.#doc.getXmlFragment(id))
        this.#known.set(id, threads)
        return [id, threads]
      }),
    )
  }

  readonly #forget = ({ changedParentTypes }: Y.Transaction): void => {
    const touched = new Set<unknown>(changedParentTypes.keys())
    let moved = false
    for (const id of this.#known.keys())
      if (touched.has(this.#doc.getXmlFragment(id))) {
        this.#known.delete(id)
        moved = true
      }
    if (moved) this.#onMoved()
  }
}

/**
 * Threads as the server said them, at the places that they have in the text now. Those whose words are gone come last in
 * the section that they were in.
 */
export function inOrder(
  threads: readonly CommentThread[],
  places: ReadonlyMap<string, readonly string[]>,
): CommentThread[] {
  const found = new Map<string, { sectionId: string; section: number; at: number }>()
  const sections = [...places.keys()]
  for (const [sectionId, ids] of places)
    for (const [at, id] of ids.entries())
      if (!found.has(id)) found.set(id, { sectionId, section: sections.indexOf(sectionId), at })
  return threads
    .map((thread, order) => {
      const place = found.get(thread.id)
      const sectionId = place?.sectionId ?? thread.sectionId
      const moved = sectionId === thread.sectionId && (place !== undefined) === thread.placed
      return {
        thread: moved ? thread : { ...thread, sectionId, placed: place !== undefined },
        section: place?.section ?? sections.indexOf(sectionId),
        at: place?.at ?? Number.MAX_SAFE_INTEGER,
        order,
      }
    })
    .sort((one, other) => one.section - other.section || one.at - other.at || one.order - other.order)
    .map(({ thread }) => thread)
}
