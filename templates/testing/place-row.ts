import type { Field } from '#editor/core/structure/field.ts'
import { formatValue } from '#editor/core/structure/format-value.ts'
import { parseValue } from '#editor/core/structure/parse-value.ts'
import { unitKinds } from '../kinds.ts'
import type { Template } from '../template.ts'
import { fieldAt, type Place, reportFieldAt, takes, wordsOf } from './place.ts'
import type { SeedFile } from './seed-places.ts'

export interface PlacedValue {
  key: string
  /** Null where the product works it out. */
  value: string | null
  /** As it is printed; null where it is not. */
  printed: string | null
}

/** What a row of a source comes to. */
export interface PlacedRow {
  report: PlacedValue[]
  /** By kind of unit, outermost first. */
  units: { kind: string; values: PlacedValue[] }[]
  /** By kind of row; several where a cell held several. */
  rows: { kind: string; values: PlacedValue[] }[]
  texts: { part: string; text: string }[]
  /** A row of sums, which the product adds up by itself. */
  isSum: boolean
}

type FieldPlace = Extract<Place, { field: string }>

const placed = (field: Field, value: string): PlacedValue => ({
  key: field.key,
  value: field.type === 'computed' ? null : value,
  printed: field.internal ? null : formatValue(field, value, { withUnit: false }),
})

/** Value of a word in a field; of a choice, the only option that every column leaves open. */
function typedValue(field: Field, word: string, options: string[][]): string | null {
  if (field.type === 'computed') return word
  if (field.type === 'choice')
    return options[0]?.find(option => options.every(others => others.includes(option))) ?? null
  const parsed = parseValue(field, word)
  return 'value' in parsed ? parsed.value : null
}

function add(lists: PlacedRow['rows'], kind: string, value: PlacedValue): void {
  const list = lists.find(one => one.kind === kind)
  if (!list) lists.push({ kind, values: [value] })
  else if (!list.values.some(one => one.key === value.key)) list.values.push(value)
}

/** Where a cell goes: the first of its places that takes it, and all choices that it says something of. */
function placesOf(template: Template, places: Place[], word: string): Place[] {
  const taking = places.filter(place => takes(template, place, word))
  const [first] = taking
  if (!first) throw new Error(`${template.key}: no place for ${word}`)
  const choices = taking.filter(
    place => 'field' in place && fieldAt(template, place.kind, place.field).type === 'choice',
  )
  return [...new Set([first, ...choices])]
}

/** @throws Error that names a word without a place */
export function placeRow(
  template: Template,
  { columns, given = [] }: SeedFile,
  row: Record<string, string>,
): PlacedRow {
  const kinds = Object.entries(columns).flatMap(([column, places]) =>
    places.flatMap(place => ('kinds' in place ? (place.kinds[row[column] ?? ''] ?? []) : [])),
  )
  const chosen = (place: Place): boolean => !('field' in place) || !kinds.length || kinds.includes(place.kind)
  const cells = Object.entries(columns).flatMap(([column, places]) => {
    const word = row[column] ?? ''
    return word ? placesOf(template, places.filter(chosen), word).map(place => ({ place, word })) : []
  })
  const optionsOf = (place: FieldPlace): string[][] =>
    cells.flatMap(({ place: other, word }) =>
      'field' in other && other.kind === place.kind && other.field === place.field ? [other.words?.[word] ?? []] : [],
    )
  const unitNames = unitKinds(template).map(({ key }) => key)
  const result: PlacedRow = {
    report: [],
    units: [],
    rows: [],
    texts: [],
    isSum: cells.some(({ place, word }) => 'sumsOf' in place && word === 'summa'),
  }
  for (const { place, word } of cells) {
    if ('part' in place) result.texts.push({ part: place.part, text: word })
    if ('report' in place) result.report.push(placed(reportFieldAt(template, place.report), word))
    if (!('field' in place)) continue
    const field = fieldAt(template, place.kind, place.field)
    const words = wordsOf(place, word)
    for (const one of words) {
      const value = typedValue(field, one, optionsOf(place))
      if (value === null) continue
      if (words.length > 1) result.rows.push({ kind: place.kind, values: [placed(field, value)] })
      else add(unitNames.includes(place.kind) ? result.units : result.rows, place.kind, placed(field, value))
    }
  }
  for (const list of result.rows)
    for (const { kind, field, value } of given)
      if (kind === list.kind) list.values.push({ ...placed(fieldAt(template, kind, field), value), printed: null })
  return result
}
