import { expect, test } from 'vitest'
import { linkAddress } from './link-address.ts'

test.each([
  ['kommun.se', 'https://kommun.se'],
  [' www.exempel.se/sida?x=1 ', 'https://www.exempel.se/sida?x=1'],
  ['åmål.se', 'https://åmål.se'],
  ['https://kommun.se/a', 'https://kommun.se/a'],
  ['anna@kommun.se', 'mailto:anna@kommun.se'],
  ['tel:0431-123', 'tel:0431-123'],
  ['javascript:alert(1)', null],
  ['bara ord', null],
  ['ord', null],
  ['', null],
])('%s', (typed, address) => {
  expect(linkAddress(typed)).toBe(address)
})
