import type { DocumentNode } from '#editor/core/document-node.ts'
import { LEAST_LIKENESS } from './align.ts'
import { familyOf, keyOf, kindOf, writtenIn } from './node-kind.ts'
import { sharedWords } from './words.ts'

/** Just enough to be paired where nothing better is near. */
const POSSIBLE = LEAST_LIKENESS + 0.01

/** How far `after` may be called a changed form of `before`, 0 to 1. */
export function likeness(before: DocumentNode, after: DocumentNode): number {
  if (familyOf(before) !== familyOf(after)) return 0
  if (kindOf(before) === 'leaf') return leafLikeness(before, after)
  const [old, now] = [writtenIn(before), writtenIn(after)]
  // An empty paragraph that somebody wrote in.
  if (old === '' || now === '') return POSSIBLE
  const shared = sharedWords(old, now)
  return before.type === 'tableRow' && sameHead(before, after) ? (1 + shared) / 2 : shared
}

/** What a row is about stands in its first cell; all its figures may be new. */
function sameHead(before: DocumentNode, after: DocumentNode): boolean {
  const [old, now] = [before, after].map(row => row.content?.[0])
  return old !== undefined && now !== undefined && writtenIn(old) !== '' && writtenIn(old) === writtenIn(now)
}

/** A picture is itself by its file. A data block is one and the same through every change of its query. */
function leafLikeness(before: DocumentNode, after: DocumentNode): number {
  if (before.type === 'image') return before.attrs?.imageId === after.attrs?.imageId ? 1 : 0
  const equal = Object.entries(after.attrs ?? {}).filter(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(before.attrs?.[name]),
  )
  return POSSIBLE + equal.length / 100
}

export const COMPARISON = { key: keyOf, likeness }
