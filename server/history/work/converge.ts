import * as Y from 'yjs'
import { align } from '../diff/align.ts'
import { sharedWords } from '../diff/words.ts'
import { convergeText, runsOf } from './converge-text.ts'

type Child = Y.XmlElement | Y.XmlText

/** The text holds something that no editor of ours writes. */
export class ForeignContentError extends Error {
  readonly code = 'foreign-content'
  override readonly name = 'ForeignContentError'
}

/**
 * Makes `current` equal to `wanted`, which may belong to another document. What is equal already keeps its identity,
 * and a paragraph that was changed is changed back in place: carets and what others write there at the same time stay.
 * @throws ForeignContentError before anything of the element in question is changed
 */
export function converge(current: Y.XmlFragment, wanted: Y.XmlFragment): void {
  const old = childrenOf(current)
  const goal = childrenOf(wanted)
  let place = old.length
  // From the end: places before it do not move.
  for (const pair of align(old, goal, { key: keyOf, likeness }).reverse()) {
    const child = pair.before === null ? undefined : old[pair.before]
    const like = pair.after === null ? undefined : goal[pair.after]
    if (pair.before !== null) place = pair.before
    if (child && like) {
      if (!pair.same) convergeChild(child, like)
    } else if (child) current.delete(place, 1)
    else if (like) current.insert(place, [like.clone()])
  }
}

/** Equal for fragments with the same content. */
export const contentKey = (fragment: Y.XmlFragment): string => childrenOf(fragment).map(keyOf).join()

function convergeChild(child: Child, like: Child): void {
  if (child instanceof Y.XmlText && like instanceof Y.XmlText) convergeText(child, like)
  if (!(child instanceof Y.XmlElement) || !(like instanceof Y.XmlElement)) return
  const goal = like.getAttributes()
  for (const name of Object.keys(child.getAttributes())) if (!(name in goal)) child.removeAttribute(name)
  for (const [name, value] of Object.entries(goal)) {
    if (sortedJson(child.getAttribute(name)) !== sortedJson(value)) child.setAttribute(name, value as string)
  }
  converge(child, like)
}

function childrenOf(parent: Y.XmlFragment): Child[] {
  return parent.toArray().map(child => {
    if (child instanceof Y.XmlElement || child instanceof Y.XmlText) return child
    throw new ForeignContentError(`a ${child.constructor.name} in the text`)
  })
}

function keyOf(child: Child): string {
  if (child instanceof Y.XmlText) return sortedJson(runsOf(child))
  return `<${JSON.stringify(child.nodeName)} ${sortedJson(child.getAttributes())}>${contentKey(child)}</>`
}

function likeness(child: Child, like: Child): number {
  if (child instanceof Y.XmlText || like instanceof Y.XmlText) return child.constructor === like.constructor ? 1 : 0
  if (child.nodeName !== like.nodeName) return 0
  const [old, goal] = [child, like].map(writtenIn)
  // Data blocks and empty paragraphs are what they are by their place.
  return old === '' || goal === '' ? 0.5 : sharedWords(old ?? '', goal ?? '')
}

const writtenIn = (child: Child): string =>
  child instanceof Y.XmlText
    ? child
        .toDelta()
        .map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : ''))
        .join('')
    : childrenOf(child).map(writtenIn).join(' ')

/** JSON with the names of every object in order. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}
