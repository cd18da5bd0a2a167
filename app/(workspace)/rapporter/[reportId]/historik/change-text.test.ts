import { expect, test } from 'vitest'
import type { Field } from '#editor/core/structure/field.ts'
import { changeText } from './change-text.ts'
import type { Holder } from './holders.ts'

const names = { a: 'MAS', b: 'MAR' }
const tell = (field: string, before: unknown, after: unknown): string =>
  changeText({ seq: 1, at: 0, userId: 'a', holderId: null, field, before, after }, names)

test('what the report is called is told with what it was called', () => {
  expect(tell('title', 'Plan 2023', 'Plan 2024')).toBe('Titeln ändrad från ”Plan 2023” till ”Plan 2024”')
  expect(tell('year', 2023, 2024)).toBe('Året ändrat från 2023 till 2024')
  expect(tell('diaryNumber', null, 'VON/2024:1')).toBe('Diarienumret satt till VON/2024:1')
})

test('a field is named and its value in words, where the field is there still', () => {
  const status: Field = {
    type: 'choice',
    key: 'svar',
    label: 'Inställning',
    options: [
      { key: 'ja', label: 'Instämmer' },
      { key: 'nej', label: 'Instämmer ej' },
    ],
  }
  const of = (holder: Holder | undefined) =>
    changeText(
      { seq: 1, at: 0, userId: 'a', holderId: 'u', field: 'value:svar', before: 'ja', after: 'nej' },
      names,
      holder,
    )
  expect(of({ name: 'Rekommendation 1', fields: [status] })).toBe(
    'Inställning ändrat från ”Instämmer” till ”Instämmer ej”',
  )
  expect(of(undefined)).toBe('Ett fält ändrat från ”ja” till ”nej”')
})

test.each([
  ['status', 'draft', 'done', 'Status ändrad från Utkast till Klart'],
  ['owner', null, 'a', 'MAS gjordes ansvarig'],
  ['owner', 'a', 'b', 'Ansvarig ändrad från MAS till MAR'],
  ['owner', 'b', null, 'MAR är inte längre ansvarig'],
  ['owner', 'gone', null, 'Någon är inte längre ansvarig'],
  ['owner', 'a', { role: 'bidragsgivare' }, 'Ansvarig ändrad från MAS till Rollen Bidragsgivare'],
  ['owner', { role: 'ekonom' }, null, 'Rollen Ekonom är inte längre ansvarig'],
  ['deadline', null, '2024-03-01', 'Klart senast satt till 1 mars 2024'],
  ['deadline', '2024-03-01', '2024-04-02', 'Klart senast ändrat från 1 mars 2024 till 2 april 2024'],
  ['deadline', '2024-03-01', null, 'Klart senast borttaget, var 1 mars 2024'],
  ['notApplicable', null, 'Görs inte.', 'Markerat som ej tillämpligt: ”Görs inte.”'],
  ['notApplicable', 'Görs inte.', null, 'Gjort tillämpligt igen. Motiveringen var: ”Görs inte.”'],
  ['notApplicable', 'Nej', 'Nix', 'Motiveringen till ej tillämpligt ändrad från ”Nej” till ”Nix”'],
  ['unit', null, 'rekommendation', 'Lades till i rapporten'],
  ['unit', 'rekommendation', null, 'Togs ur rapporten'],
  ['order', 2, 0, 'Flyttades till plats 1'],
  ['locked', false, true, 'Avsnittet låstes'],
  ['locked', true, false, 'Avsnittet låstes upp'],
  ['Mål', null, 90, 'Mål satt till 90'],
  ['Mål', ['x'], ['y'], 'Mål ändrat från ["x"] till ["y"]'],
])('%s from %s to %s', (field, before, after, text) => {
  expect(tell(field, before, after)).toBe(text)
})
