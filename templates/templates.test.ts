import { describe, expect, test } from 'vitest'
import type { Field } from '#editor/core/structure/field.ts'
import { legalDeadline } from './deadline.ts'
import { fillPattern } from './fill-pattern.ts'
import { findFaults } from './find-faults.ts'
import { templates } from './index.ts'
import { type Holder, holders, rowKinds, unitKinds } from './kinds.ts'
import { template as schema, type Template } from './template.ts'

const LAWS = /^(PSL|SOSFS|HSLF-FS|SSMFS|KL|TF|OSL|SoL|FL|DOS-lagen)\b.*\d/
const MEASURE_KEYS = ['atgard', 'ansvarig', 'klart', 'status']

const places = (pattern: string): string[] => [...pattern.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '')
const fieldLists = (template: Template): Field[][] => [
  template.fields,
  ...holders(template).map(holder => holder.fields),
  ...rowKinds(template).map(kind => kind.fields),
]
const isNumber = (field: Field | undefined): boolean => field?.type === 'number' || field?.type === 'computed'

test('no template of the product has a fault', () => {
  expect(templates.flatMap(template => findFaults(template).map(fault => [template.key, fault]))).toEqual([])
})

describe.each(templates.map(template => [template.key, template] as const))('%s', (_key, template) => {
  test('is data that JSON carries unchanged', () => {
    expect(schema.parse(JSON.parse(JSON.stringify(template)))).toEqual(template)
  })

  test('has unique keys', () => {
    const unique = (keys: string[]) => expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted())
    unique(template.sections.map(section => section.key))
    for (const fields of fieldLists(template)) unique(fields.map(field => field.key))
    for (const { parts } of unitKinds(template)) unique(parts.map(part => part.key))
    // A unit and a row of one section share their list, so their kinds do not share keys.
    for (const holder of holders(template))
      unique([...holder.rows, ...('units' in holder ? holder.units : [])].map(kind => kind.key))
  })

  test('names laws, with a place in them', () => {
    for (const { lawReferences } of holders(template)) for (const law of lawReferences) expect(law).toMatch(LAWS)
  })

  test('starts at level 1, and no heading lies deeper than 3', () => {
    expect(template.sections[0]?.level).toBe(1)
    for (const { level, units } of template.sections)
      for (const unit of units) {
        const deepest = Math.max(level + 1, ...unit.parts.map(() => level + 2), ...unit.units.map(() => level + 2))
        expect(deepest).toBeLessThanOrEqual(3)
        for (const inner of unit.units) expect(inner.parts).toEqual([])
      }
  })

  test('has something in every section', () => {
    const isThere = (holder: Holder): boolean =>
      holder.text ||
      holder.fields.length > 0 ||
      holder.rows.length > 0 ||
      'overview' in holder ||
      ('units' in holder && holder.units.length > 0) ||
      ('parts' in holder && holder.parts.length > 0)
    expect(holders(template).filter(holder => !isThere(holder))).toEqual([])
  })

  test('speaks only of fields that are there', () => {
    for (const fields of fieldLists(template)) {
      const named = (key: string) => fields.find(field => field.key === key)
      for (const field of fields) {
        if (typeof field.required === 'object') {
          const other = named(field.required.field)
          expect(other?.type).toBe('is' in field.required ? 'choice' : 'number')
          if (other?.type === 'choice' && 'is' in field.required)
            expect(other.options.map(option => option.key)).toEqual(expect.arrayContaining(field.required.is))
        }
        if (field.type === 'computed')
          for (const key of field.compute.of) expect(isNumber(named(key)), `${field.key}: ${key}`).toBe(true)
      }
    }
    for (const { fields, sums, start, matrix, measure } of rowKinds(template)) {
      const keys = fields.map(field => field.key)
      for (const key of [...sums, ...(matrix ? [matrix.rows, matrix.columns] : [])])
        expect(isNumber(fields.find(field => field.key === key)), key).toBe(true)
      for (const row of start) expect(keys).toEqual(expect.arrayContaining(Object.keys(row)))
      if (measure) expect(keys).toEqual(expect.arrayContaining(MEASURE_KEYS))
    }
    for (const { heading, fields, start } of unitKinds(template)) {
      const keys = ['n', ...fields.map(field => field.key)]
      expect(keys).toEqual(expect.arrayContaining(places(heading)))
      for (const unit of start) expect(keys).toEqual(expect.arrayContaining(Object.keys(unit)))
    }
    for (const text of [template.title, ...template.decision])
      expect(['år', 'titel', ...template.fields.map(field => field.key)]).toEqual(expect.arrayContaining(places(text)))
  })

  test('overviews show what there is', () => {
    for (const { overview } of template.sections) {
      if (!overview) continue
      const kind = unitKinds(template).find(({ key }) => key === overview.of)
      expect(kind, overview.of).toBeDefined()
      for (const column of overview.columns)
        if ('field' in column) expect(kind?.fields.map(field => field.key)).toContain(column.field)
    }
  })
})

test('patientsäkerhetsberättelse is due on 1 March of the year after', () => {
  const [first] = templates
  expect(first && legalDeadline(first, 2023)).toBe('2024-03-01')
})

test('a pattern leaves out what is not known', () => {
  expect(fillPattern('Rekommendation {n}: {rubrik}', { n: 2, rubrik: 'Loggar' })).toBe('Rekommendation 2: Loggar')
  expect(fillPattern('Rekommendation {n}: {rubrik}', { n: 2 })).toBe('Rekommendation 2')
  expect(fillPattern('{register}', {})).toBe('')
})
