import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { personNumberIn } from './person-number.ts'

/** The check digit of nine digits. */
function luhn(nine: string): number {
  const sum = [...nine].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return (10 - (sum % 10)) % 10
}

// 640823-3234 and 700160-… : Skatteverket's own examples, and made-up numbers with their check digits.
describe('finds', () => {
  it.each([
    ['640823-3234', 'certain'],
    ['19640823-3234', 'certain'],
    ['640823+3234', 'certain'],
    ['640883-3231', 'certain'],
    ['19640883-3231', 'certain'],
    ['Ärende om 640823-3234, avslutat', 'certain'],
    ['6408233234', 'likely'],
    ['196408233234', 'likely'],
    [' 6408833231 ', 'likely'],
  ])('%s', (text, kind) => {
    expect(personNumberIn(text)).toBe(kind)
  })

  it('any number with a date and its check digit, and no other', () => {
    const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(
        date,
        fc.integer({ min: 0, max: 999 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        (born, serial, coordination, off) => {
          const iso = born.toISOString()
          const day = Number(iso.slice(8, 10)) + (coordination ? 60 : 0)
          const six = iso.slice(2, 4) + iso.slice(5, 7) + String(day).padStart(2, '0')
          const three = String(serial).padStart(3, '0')
          const digit = luhn(six + three)
          expect(personNumberIn(`${iso.slice(0, 2)}${six}-${three}${digit}`)).toBe('certain')
          expect(personNumberIn(`${six}-${three}${digit}`)).toBe('certain')
          expect(personNumberIn(`${six}-${three}${(digit + off) % 10}`)).toBeNull()
        },
      ),
    )
  })
})

it.each([
  ['a diarienummer', 'VON/2024:18'],
  ['a diarienummer of a region', 'KS 2024/00123'],
  ['a court case', 'mål nr 1234-23'],
  ['a bankgiro', '5050-1055'],
  ['a telephone number', '0157-43 00 00'],
  ['a mobile number', '070-123 45 67'],
  ['a property', 'Flen 12:345'],
  ['an organisation number', '212000-0332'],
  ['an organisation number with 16', '16212000-0332'],
  ['an amount', '441 789 000'],
  ['a day', '2023-11-30'],
  ['a wrong check digit', '640823-3235'],
  ['no date', '641323-3233'],
  ['a longer number', '1640823-32345'],
  ['a part of a code', 'A640823-3234'],
])('lets %s pass: %s', (_, text) => {
  expect(personNumberIn(text)).toBeNull()
})
