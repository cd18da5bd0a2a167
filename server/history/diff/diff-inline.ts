import { diffArrays } from 'diff'
import type { DocumentNode } from '#editor/core/document-node.ts'
import { keyOf, marksKey, writtenIn } from './node-kind.ts'
import type { InlineDiff } from './section-diff.ts'
import { words } from './words.ts'

type Marks = InlineDiff['marks']

interface Token {
  type: string
  text: string
  marks: Marks
  /** Equal for equal words, whatever their form. */
  key: string
}

/** Words that differ before two texts count as different altogether: Myers' algorithm is quadratic in them. */
const MOST_EDITS = 3_000

function tokensOf(content: readonly DocumentNode[] = []): Token[] {
  return content.flatMap(({ text, marks = [], ...node }) => {
    if (text !== undefined) return words(text).map(word => ({ type: 'text', text: word, marks, key: `"${word}` }))
    return [{ type: node.type, text: writtenIn(node), marks, key: keyOf(node) }]
  })
}

/** The running text of two blocks, word by word. */
export function diffInline(before: readonly DocumentNode[] = [], after: readonly DocumentNode[] = []): InlineDiff[] {
  const old = tokensOf(before)
  const now = tokensOf(after)
  const keys = [old, now].map(tokens => tokens.map(token => token.key))
  const changes = diffArrays(keys[0] ?? [], keys[1] ?? [], { maxEditLength: MOST_EDITS })
  if (!changes) return joined([...all('removed', old), ...all('added', now)])
  const pieces: InlineDiff[] = []
  let from = 0
  let to = 0
  for (const { added, removed, count } of changes) {
    if (removed) pieces.push(...all('removed', old.slice(from, from + count)))
    else if (added) pieces.push(...all('added', now.slice(to, to + count)))
    else pieces.push(...now.slice(to, to + count).map((token, index) => kept(old[from + index] ?? token, token)))
    if (!added) from += count
    if (!removed) to += count
  }
  return joined(withoutLoneSpaces(pieces))
}

/** Text that is there on one side only. */
export const inlineOf = (change: 'same' | 'added' | 'removed', content: readonly DocumentNode[] = []): InlineDiff[] =>
  joined(all(change, tokensOf(content)))

const piece = (change: InlineDiff['change'], { type, text, marks }: Token, was: Marks | null = null): InlineDiff => ({
  change,
  type,
  text,
  marks,
  was,
})

const all = (change: InlineDiff['change'], tokens: Token[]): InlineDiff[] => tokens.map(token => piece(change, token))

const kept = (old: Token, now: Token): InlineDiff =>
  marksKey(old.marks) === marksKey(now.marks) ? piece('same', now) : piece('restyled', now, old.marks)

/** "~~gamla~~ ~~ord~~" reads better as "~~gamla ord~~": a space between two replaced words is replaced with them. */
function withoutLoneSpaces(pieces: InlineDiff[]): InlineDiff[] {
  return pieces.flatMap((one, index) => {
    const isSpace = one.change === 'same' && one.type === 'text' && one.text.trim() === ''
    const neighbours = [pieces[index - 1]?.change, pieces[index + 1]?.change]
    if (!isSpace || !neighbours.every(change => change === 'added' || change === 'removed')) return [one]
    return [
      { ...one, change: 'removed' as const },
      { ...one, change: 'added' as const },
    ]
  })
}

/** Pieces of one kind become one; within a run of changes what was removed stands before what was added. */
function joined(pieces: InlineDiff[]): InlineDiff[] {
  const result: InlineDiff[] = []
  let added: InlineDiff[] = []
  const flush = (): void => {
    for (const one of added) append(result, one)
    added = []
  }
  for (const one of pieces) {
    if (one.change === 'added') {
      added.push(one)
      continue
    }
    if (one.change !== 'removed') flush()
    append(result, one)
  }
  flush()
  return result
}

function append(result: InlineDiff[], one: InlineDiff): void {
  const last = result.at(-1)
  if (
    last &&
    last.change === one.change &&
    last.type === 'text' &&
    one.type === 'text' &&
    marksKey(last.marks) === marksKey(one.marks) &&
    marksKey(last.was ?? []) === marksKey(one.was ?? [])
  )
    last.text += one.text
  else result.push({ ...one })
}
