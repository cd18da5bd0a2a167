import { expect, test } from 'vitest'
import { rowKinds, unitKinds } from '../kinds.ts'
import { patientsakerhetsberattelse } from '../patientsakerhetsberattelse/template.ts'
import { patientsakerhetsrapport } from './template.ts'

const keys = (list: { key: string }[]): string[] => list.map(({ key }) => key)

test('the yearly report can take over what the half-year reports hold', () => {
  expect(keys(patientsakerhetsberattelse.sections)).toEqual(expect.arrayContaining(['sammanfattning', 'avvikelser']))
  expect(keys(patientsakerhetsrapport.sections)).toEqual(expect.arrayContaining(['sammanfattning', 'avvikelser']))
  for (const kinds of [unitKinds, rowKinds]) {
    const half = kinds(patientsakerhetsrapport)
    expect(half).not.toEqual([])
    for (const { key, fields } of half)
      expect(kinds(patientsakerhetsberattelse).find(kind => kind.key === key)?.fields).toEqual(fields)
  }
})
