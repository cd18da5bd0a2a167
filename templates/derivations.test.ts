import { describe, expect, test } from 'vitest'
import type { Field } from '#editor/core/structure/field.ts'
import { printDecision } from '#editor/core/structure/print/print-decision.ts'
import type { Derivation, Facts } from './derivation.ts'
import { derivations, findDerivation } from './derivations.ts'
import { findTemplate, templates } from './index.ts'
import { rowKinds, unitKinds } from './kinds.ts'
import { splitDecision } from './shared/split-decision.ts'
import type { Template } from './template.ts'

const templateOf = (key: string): Template => {
  const found = findTemplate(key)
  if (!found) throw new Error(`no template ${key}`)
  return found
}
const keysOf = (fields: readonly Field[] | undefined): string[] => (fields ?? []).map(field => field.key)
const sectionOf = (template: Template, key: string) => template.sections.find(section => section.key === key)

describe.each(derivations.map((one): [string, Derivation] => [`${one.from ?? 'any'} → ${one.to}`, one]))(
  '%s',
  (_, one) => {
    const to = templateOf(one.to)
    const from = one.from === null ? null : templateOf(one.from)

    const holds = (fields: readonly Field[] | undefined, facts: Facts) => {
      expect(keysOf(fields)).toEqual(expect.arrayContaining(Object.keys(facts)))
      for (const fact of Object.values(facts)) if ('field' in fact) expect(keysOf(from?.fields)).toContain(fact.field)
    }

    test('speaks only of what both templates have', () => {
      holds(to.fields, one.reportFields)
      for (const { section, fields } of one.sectionFields) holds(sectionOf(to, section)?.fields, fields)
      for (const { rows, section, kind, fields } of one.units) {
        const unit = sectionOf(to, section)?.units.find(({ key }) => key === kind)
        expect(keysOf(unit?.fields)).toEqual(expect.arrayContaining(Object.keys(fields)))
        for (const key of rows) {
          const row = from && rowKinds(from).find(other => other.key === key)
          expect(keysOf(row?.fields)).toEqual(expect.arrayContaining(Object.values(fields)))
        }
      }
      for (const list of [one.recipients, one.papers]) {
        if (!list) continue
        const kind = sectionOf(to, list.section)?.rows.find(({ key }) => key === list.kind)
        expect(keysOf(kind?.fields)).toContain(list.field)
      }
      if (one.decision) {
        const { section, kind } = one.decision
        expect(sectionOf(to, section)?.rows.find(({ key }) => key === kind)?.print).toBe('decision')
      }
    })

    test('gives every field that the unit asks for and the plan has', () => {
      for (const { kind, fields } of one.units) {
        const planned = unitKinds(to)
          .find(({ key }) => key === kind)
          ?.fields.slice(0, Object.keys(fields).length)
        expect(keysOf(planned)).toEqual(Object.keys(fields))
      }
    })
  },
)

test('every type follows itself, any becomes a tjänsteskrivelse, and what has no way is none', () => {
  for (const { key } of templates) {
    expect(findDerivation(key, key)?.sameKeys).toBe(true)
    expect(findDerivation(key, 'tjansteskrivelse')).not.toBeNull()
  }
  expect(findDerivation('internkontrollplan', 'internkontrollrapport')?.sameKeys).toBe(false)
  expect(findDerivation('internkontrollrapport', 'internkontrollplan')).toBeNull()
})

test('rows that are printed as a decision have the fields of an att-sats', () => {
  for (const template of templates)
    for (const kind of rowKinds(template))
      if (kind.print === 'decision')
        expect(keysOf(kind.fields)).toEqual(expect.arrayContaining(['organ', 'verb', 'objekt', 'ar', 'villkor']))
})

test('the decision of every template reads as it was written, once it has been through the fields', () => {
  const kind = rowKinds(templateOf('tjansteskrivelse')).find(({ key }) => key === 'att-sats')
  if (!kind) throw new Error('no att-sats')
  for (const { key, decision } of templates) {
    const rows = decision.map((pattern, index) => ({
      id: `${key} ${index}`,
      values: splitDecision(pattern, { year: 2023, title: 'Titeln' }),
    }))
    for (const [index, row] of rows.entries()) {
      const [printed] = printDecision({ kind, rows: [row] })
      const words = (text: string): string[] => text.replace(/[.,]/g, '').split(' ').toSorted()
      const written = (decision[index] ?? '').replace('{år}', '2023').replace('{titel}', 'Titeln')
      expect(words(printed?.content?.[0]?.text ?? '')).toEqual(words(`att ${written}`))
      expect(row.values.verb, written).not.toBe('annat')
    }
  }
})

test('a year that is part of the sentence gets its own field', () => {
  const of = { year: 2023, title: 'T' }
  expect(splitDecision('lägga rapporten för år {år} till handlingarna', of)).toEqual({
    verb: 'lagga-till-handlingarna',
    objekt: 'rapporten',
    ar: '2023',
  })
  expect(splitDecision('ge förvaltningen i uppdrag att återkomma', of)).toEqual({
    verb: 'annat',
    objekt: 'ge förvaltningen i uppdrag att återkomma',
  })
})
