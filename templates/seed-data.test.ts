import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { computeField } from '#editor/core/structure/compute.ts'
import { findTemplate } from './index.ts'
import { rowKinds } from './kinds.ts'
import type { Template } from './template.ts'
import { fieldAt, type Place, takes } from './testing/place.ts'
import { placeRow } from './testing/place-row.ts'
import { seedFiles } from './testing/seed-places.ts'

type Row = Record<string, string>

const folder = new URL('testing/data/', import.meta.url)
const read = (name: string): Row[] =>
  parse(readFileSync(new URL(`${name}.csv`, folder)), { columns: true, skip_empty_lines: true })

function templateOf(key: string): Template {
  const template = findTemplate(key)
  if (!template) throw new Error(`no template ${key}`)
  return template
}

/** Options that a row's words leave open, by field. */
function optionsOf(columns: Record<string, Place[]>, row: Row): Map<string, string[][]> {
  const found = new Map<string, string[][]>()
  for (const [column, places] of Object.entries(columns))
    for (const place of places) {
      const options = 'field' in place ? place.words?.[row[column] ?? ''] : undefined
      if (!options?.length || !('field' in place)) continue
      const key = `${place.kind}.${place.field}`
      found.set(key, [...(found.get(key) ?? []), options])
    }
  return found
}

test('every file of real figures has its places', () => {
  const files = readdirSync(folder).map(name => name.replace('.csv', ''))
  expect(Object.keys(seedFiles).toSorted()).toEqual(files.toSorted())
})

describe.each(Object.entries(seedFiles))('%s', (name, seed) => {
  const { template: key, columns } = seed
  const rows = read(name)
  const template = templateOf(key)

  test('has a place for each column', () => {
    expect(rows.length).toBeGreaterThan(0)
    expect(Object.keys(columns)).toEqual(Object.keys(rows[0] ?? {}))
    for (const place of Object.values(columns).flat())
      if ('field' in place) expect(fieldAt(template, place.kind, place.field).key).toBe(place.field)
  })

  test('loses no value', () => {
    const lost = rows.flatMap((row, index) =>
      Object.entries(columns)
        .filter(([column, places]) => row[column] && !places.some(place => takes(template, place, row[column] ?? '')))
        .map(([column]) => `row ${index + 1}, ${column}: ${row[column]}`),
    )
    expect(lost).toEqual([])
  })

  test('is placed row by row, each cell in one of its places', () => {
    for (const row of rows) {
      const { report, units, rows: lists, texts } = placeRow(template, seed, row)
      const kept = new Set([
        ...[...report, ...[...units, ...lists].flatMap(({ values }) => values)].map(value => value.key),
        ...texts.map(({ part }) => part),
      ])
      const nameOf = (place: Place): string[] => {
        if ('field' in place) return [place.field]
        if ('part' in place) return [place.part]
        return 'report' in place ? [place.report] : []
      }
      for (const [column, places] of Object.entries(columns)) {
        const names = row[column] ? places.flatMap(nameOf) : []
        if (names.length)
          expect(
            names.some(name => kept.has(name)),
            `${column}: ${row[column]}`,
          ).toBe(true)
      }
    }
  })

  test('says one thing where two columns go to the same choice', () => {
    for (const row of rows)
      for (const [field, choices] of optionsOf(columns, row)) {
        const [first = [], ...others] = choices
        expect(
          first.filter(option => others.every(other => other.includes(option))),
          `${field}: ${JSON.stringify(row)}`,
        ).not.toEqual([])
      }
  })

  test('has numbers that the order of rows has too', () => {
    for (const [column, places] of Object.entries(columns))
      for (const place of places) {
        if (!('order' in place)) continue
        const seen = new Map<string, string[]>()
        for (const row of rows) {
          const group = place.within.map(other => row[other]).join()
          seen.set(group, [...new Set([...(seen.get(group) ?? []), row[column] ?? ''])])
        }
        for (const numbers of seen.values()) expect(numbers).toEqual(numbers.map((_, index) => String(index + 1)))
      }
  })
})

test('a deviation has the sign that the document gives it', () => {
  const { template, columns } = seedFiles.flen_manad_ekonomi_total ?? { template: '', columns: {} }
  const fields = rowKinds(templateOf(template)).find(kind => kind.key === 'ekonomi')?.fields ?? []
  const deviation = fields.find(field => field.key === 'avvikelse')
  for (const row of read('flen_manad_ekonomi_total')) {
    const values = Object.fromEntries(
      Object.entries(columns).flatMap(([column, [place]]) =>
        place && 'field' in place ? [[place.field, row[column] ?? '']] : [],
      ),
    )
    expect(deviation?.type === 'computed' && computeField(deviation, fields, values)).toBe(row.avvikelse_jan_nov)
  }
})
