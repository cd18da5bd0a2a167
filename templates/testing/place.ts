import type { Field } from '#editor/core/structure/field.ts'
import { parseValue } from '#editor/core/structure/parse-value.ts'
import { holders, rowKinds, unitKinds } from '../kinds.ts'
import type { Template } from '../template.ts'

/** Words of a source, and the options that they may stand for; text that only some words go to has no options. */
export type Words = Record<string, string[]>

/** Where a column of a real document goes. */
export type Place =
  /** A field of a kind of unit or row; `words` are then all that it takes. `each` parts several, a row for each. */
  | { kind: string; field: string; words?: Words; each?: string }
  /** Running text of a part of a unit. */
  | { unit: string; part: string }
  /** A field of the report itself. */
  | { report: string }
  /** What a report is made with. */
  | { made: 'title' | 'diaryNumber' }
  /** Running numbers from 1: the order of units and rows has them. Counted anew where one of `within` changes. */
  | { order: true; within: string[] }
  /** Which kind of row the row is. */
  | { kinds: Record<string, string> }
  /** A row that says "summa" is what the table of this kind adds up by itself, in these fields. */
  | { sumsOf: string; fields: string[] }
  /** The unit that all numbers of these fields have. */
  | { unitOf: string; fields: string[] }

/** @throws Error that names what the template does not have */
export function reportFieldAt({ key, fields }: Template, name: string): Field {
  const field = fields.find(one => one.key === name)
  if (!field) throw new Error(`${key}: no field ${name}`)
  return field
}

/** @throws Error that names what the template does not have */
export function fieldAt(template: Template, kind: string, key: string): Field {
  const found = [...unitKinds(template), ...rowKinds(template)].filter(one => one.key === kind)
  const field = found.flatMap(one => one.fields).find(one => one.key === key)
  if (!field) throw new Error(`${template.key}: no field ${key} in ${kind}`)
  return field
}

const isPart = (template: Template, unit: string, key: string): boolean =>
  unitKinds(template).some(kind => kind.key === unit && kind.parts.some(part => part.key === key && part.text))

/** What of a cell goes to one row each. */
export const wordsOf = ({ each }: { each?: string | undefined }, cell: string): string[] =>
  each ? cell.split(each).map(word => word.trim()) : [cell]

/** Whether a word of a source is at home in this place of the template. */
export function takes(template: Template, place: Place, word: string): boolean {
  if ('part' in place) return isPart(template, place.unit, place.part)
  if ('report' in place) return 'value' in parseValue(reportFieldAt(template, place.report), word)
  if ('made' in place) return word.length <= 200
  if ('order' in place) return /^[1-9]\d*$/.test(word)
  if ('kinds' in place) return rowKinds(template).some(kind => kind.key === place.kinds[word])
  if ('sumsOf' in place) {
    const kinds = holders(template).flatMap(({ rows }) => rows.filter(row => row.key === place.sumsOf))
    if (!kinds.length) return false
    return (
      word === 'post' || (word === 'summa' && kinds.every(({ sums }) => place.fields.every(key => sums.includes(key))))
    )
  }
  if ('unitOf' in place)
    return place.fields.every(key => {
      const field = fieldAt(template, place.unitOf, key)
      return (field.type === 'number' || field.type === 'computed') && field.unit === word
    })
  const field = fieldAt(template, place.kind, place.field)
  if (place.words && !(word in place.words)) return false
  if (field.type === 'choice') {
    const options = place.words?.[word] ?? []
    return options.length > 0 && options.every(key => field.options.some(option => option.key === key))
  }
  if (field.type === 'computed') return /^-?\d+(\.\d+)?$/.test(word)
  return wordsOf(place, word).every(one => 'value' in parseValue(field, one))
}
