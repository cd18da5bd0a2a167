import { expect, test } from 'vitest'
import { readOrganisationNumber } from './organisation-number.ts'

test.each([
  ['as it is written', '212000-9994'],
  ['without a hyphen', '2120009994'],
  ['with spaces round it', ' 212000-9994 '],
  ['with what a word processor made of the hyphen', '212000\u20119994'],
  ['with a dash', '212000–9994'],
])('takes a number %s', (_, text) => {
  expect(readOrganisationNumber(text)).toEqual({ number: '212000-9994' })
})

test.each([
  ['two digits that changed places', '212000-9949', 'check-digit'],
  ['one digit that is another', '212001-9994', 'check-digit'],
  ['a digit too few', '212000-999', 'not-a-number'],
  ['a digit too many', '212000-99944', 'not-a-number'],
  ['a number with the century of a legal person', '16212000-9994', 'not-a-number'],
  ['a VAT number', 'SE212000999401', 'not-a-number'],
  ['a personnummer', '811228-9874', 'personal'],
  ['nothing', '', 'not-a-number'],
])('refuses %s', (_, text, fault) => {
  expect(readOrganisationNumber(text)).toEqual({ fault })
})
