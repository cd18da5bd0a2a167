import { expect, test } from 'vitest'
import { staleMentions } from './stale-year.ts'

const words = (text: string, year = 2024): string[] => staleMentions(text, year).map(({ word }) => word)

test('a year that is neither the report’s nor the next is named, and so are words for last year', () => {
  expect(words('Under 2023 ökade det mot 2022, och 2024 och 2025 blir bättre än 2026.')).toEqual([
    '2023',
    '2022',
    '2026',
  ])
  expect(words('Jämfört med förra året och föregående års siffror, som i fjol.')).toEqual([
    'förra året',
    'föregående års',
    'fjol',
  ])
  expect(words('1990–1999, 1989 och 2099')).toEqual(['1990', '1999', '2099'])
})

test('numbers of laws and diaries, and numbers that only hold a year, are none', () => {
  expect(words('SOSFS 2011:9, PSL (2010:659), VON/2023:18, 12023 kr och 20231 st')).toEqual([])
})

test('the words around stand with it, in one line', () => {
  const [found] = staleMentions(`${'a'.repeat(60)} under\n2023 var läget ${'b'.repeat(60)}`, 2024)
  expect(found?.context).toMatch(/^…a+ under 2023 var läget b+…$/)
})
