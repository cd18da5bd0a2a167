import { diffArrays } from 'diff'
import type * as Y from 'yjs'
import { isCommentForm } from '#editor/marks/comment/comment-form.ts'
import { words } from '../diff/words.ts'

type Form = Record<string, unknown>
interface Run {
  insert: string
  attributes?: Form
}

/** Makes a text equal to another, words and form, changing only what differs. */
export function convergeText(current: Y.XmlText, wanted: Y.XmlText): void {
  const goal = runsOf(wanted)
  current.applyDelta(wordChanges(written(runsOf(current)), written(goal)))
  current.applyDelta(formChanges(runsOf(current), goal))
}

/** Words that differ before the text is written anew: Myers' algorithm is quadratic in them. */
const MOST_EDITS = 3_000

function wordChanges(current: string, wanted: string): object[] {
  const changes = diffArrays(words(current), words(wanted), { maxEditLength: MOST_EDITS })
  if (!changes) return [{ delete: current.length }, { insert: wanted }]
  return changes.map(({ added, removed, value }) => {
    const text = value.join('')
    if (added) return { insert: text }
    return removed ? { delete: text.length } : { retain: text.length }
  })
}

/**
 * A text run by run, without the places of comments: they are no part of what was written, and stay as they are now.
 * Equal for texts that read and look the same.
 */
export function runsOf(text: Y.XmlText): Run[] {
  const runs: Run[] = []
  for (const { insert, attributes } of text.toDelta() as Run[]) {
    const form = Object.fromEntries(Object.entries(attributes ?? {}).filter(([name]) => !isCommentForm(name)))
    const run = { insert, ...(Object.keys(form).length > 0 && { attributes: form }) }
    const last = runs.at(-1)
    if (last && isText(last) && isText(run) && Object.keys(difference(form, last.attributes ?? {})).length === 0)
      last.insert += run.insert
    else runs.push(run)
  }
  return runs
}

const isText = ({ insert }: Run): boolean => typeof insert === 'string'
const written = (runs: Run[]): string => runs.map(run => run.insert).join('')

/** The same words in two forms: what turns the one form into the other. */
function formChanges(current: Run[], wanted: Run[]): { retain: number; attributes?: Form }[] {
  const changes: { retain: number; attributes?: Form }[] = []
  const goal = [...wanted]
  for (const run of current) {
    for (let left = run.insert.length; left > 0; ) {
      const next = goal[0]
      if (!next) return changes
      const length = Math.min(left, next.insert.length)
      changes.push({ retain: length, ...difference(run.attributes ?? {}, next.attributes ?? {}) })
      left -= length
      if (length === next.insert.length) goal.shift()
      else goal[0] = { ...next, insert: next.insert.slice(length) }
    }
  }
  return changes
}

function difference(current: Form, wanted: Form): { attributes?: Form } {
  const attributes: Form = {}
  for (const name of Object.keys(current)) if (!(name in wanted)) attributes[name] = null
  for (const [name, value] of Object.entries(wanted)) {
    if (JSON.stringify(current[name]) !== JSON.stringify(value)) attributes[name] = value
  }
  return Object.keys(attributes).length > 0 ? { attributes } : {}
}
