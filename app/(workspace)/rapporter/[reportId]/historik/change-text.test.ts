import { expect, test } from 'vitest'
import { changeText } from './change-text.ts'

const names = { a: 'Anna Ek', b: 'Bo Dal' }
const tell = (field: string, before: unknown, after: unknown): string =>
  changeText({ seq: 1, at: 0, userId: 'a', holderId: null, field, before, after }, names)

test.each([
  ['status', 'draft', 'done', 'Status ändrad från Utkast till Klart'],
  ['owner', null, 'a', 'Anna Ek gjordes ansvarig'],
  ['owner', 'a', 'b', 'Ansvarig ändrad från Anna Ek till Bo Dal'],
  ['owner', 'b', null, 'Bo Dal är inte längre ansvarig'],
  ['owner', 'gone', null, 'Någon är inte längre ansvarig'],
  ['deadline', null, '2024-03-01', 'Klart senast satt till 1 mars 2024'],
  ['deadline', '2024-03-01', '2024-04-02', 'Klart senast ändrat från 1 mars 2024 till 2 april 2024'],
  ['deadline', '2024-03-01', null, 'Klart senast borttaget, var 1 mars 2024'],
  ['notApplicable', null, 'Görs inte.', 'Markerat som ej tillämpligt: ”Görs inte.”'],
  ['notApplicable', 'Görs inte.', null, 'Gjort tillämpligt igen. Motiveringen var: ”Görs inte.”'],
  ['notApplicable', 'Nej', 'Nix', 'Motiveringen till ej tillämpligt ändrad från ”Nej” till ”Nix”'],
  ['locked', false, true, 'Avsnittet låstes'],
  ['locked', true, false, 'Avsnittet låstes upp'],
  ['Mål', null, 90, 'Mål satt till 90'],
  ['Mål', ['x'], ['y'], 'Mål ändrat från ["x"] till ["y"]'],
])('%s from %s to %s', (field, before, after, text) => {
  expect(tell(field, before, after)).toBe(text)
})
