import { walk } from '#editor/core/document-node.ts'
import type { ResolvedSection } from '#editor/core/resolved-report.ts'
import type { Field, Values } from '#editor/core/structure/field.ts'
import type { Check } from '../../check.ts'
import { sv } from './sv.ts'

/** A year, or a word for last year. A year before ":" and a number is one of a law or a diary: "SOSFS 2011:9". */
const MENTION = /(?<![\d:])(?:199\d|20\d\d)(?!\d|:\d)|föregående år\p{L}*|förra år\p{L}*|fjol\p{L}*/giu
/** Signs of the text that are shown on each side of what is found. */
const AROUND = 40

/** Words that people wrote in the fields; what is quoted stands as it was. */
const writtenIn = (fields: readonly Field[], values: Values): string[] =>
  fields.flatMap(field =>
    field.type === 'text' && !field.sealed && !field.quote && values[field.key] ? [values[field.key] ?? ''] : [],
  )

/** Words that a block shows and that are not text of the document: of an image, of a data block. */
const SHOWN = ['alt', 'caption']

/** Texts of a section, each without a break within it: what stands around a word stays with it. */
function textsOf({ written, fields, values, tables, notApplicableReason }: ResolvedSection): string[] {
  if (notApplicableReason) return [notApplicableReason]
  const texts: string[] = []
  if (written)
    walk(written, ({ attrs, content }) => {
      texts.push(...SHOWN.map(name => attrs?.[name]).filter(word => typeof word === 'string'))
      const text = (content ?? []).map(child => child.text ?? (child.type === 'hardBreak' ? ' ' : '')).join('')
      if (text) texts.push(text)
    })
  // A carried åtgärd has a question of its own: the carried-measure rule.
  const rows = tables
    .filter(({ kind }) => !kind.measure)
    .flatMap(({ kind, rows }) => rows.flatMap(row => writtenIn(kind.fields, row.values)))
  return [...texts, ...writtenIn(fields, values), ...rows]
}

const around = (text: string, from: number, to: number): string => {
  const [before, after] = [text.slice(Math.max(0, from - AROUND), from), text.slice(to, to + AROUND)]
  return `${from > AROUND ? '…' : ''}${before}${text.slice(from, to)}${after}${to + AROUND < text.length ? '…' : ''}`
    .replace(/\s+/g, ' ')
    .trim()
}

/** Mentions that do not fit a report for the year, with the words around each. */
export function staleMentions(text: string, year: number): { word: string; context: string }[] {
  return [...text.matchAll(MENTION)]
    .filter(([word]) => !/^\d/.test(word) || ![year, year + 1].includes(Number(word)))
    .map(({ 0: word, index }) => ({ word, context: around(text, index, index + word.length) }))
}

/** R15 for what is reused: a year that is neither the report's nor the next, in text that nobody has gone through. */
export const staleYear: Check = {
  rule: 'stale-year',
  run: ({ report, sections }) =>
    sections
      .filter(({ carried }) => carried === 'unconfirmed')
      .flatMap(section => {
        const found = textsOf(section).flatMap(text => staleMentions(text, report.year))
        const messages = found.map(({ word, context }) => sv.stale(section.number, section.heading, word, context))
        return [...new Set(messages)].map(message => ({
          rule: 'stale-year',
          level: 'warning' as const,
          sectionId: section.id,
          message,
        }))
      }),
}
