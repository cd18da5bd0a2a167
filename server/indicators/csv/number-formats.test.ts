import Big from 'big.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatChange, formatNumber } from '#editor/core/format-number.ts'
import { parseNumber } from './parse-number.ts'

/** Up to 12 digits before the point and 6 after it: all that a report of a municipality has. */
const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 999_999_999_999n }), fc.stringMatching(/^\d{0,6}$/))
  .map(([isNegative, whole, fraction]) => ({
    text: `${isNegative ? '-' : ''}${whole}${fraction && `.${fraction}`}`,
    decimals: fraction.length,
  }))

function readBack(cell: string): string {
  const parsed = parseNumber(cell)
  return parsed.kind === 'number' ? parsed.value : `${parsed.kind}: ${cell}`
}

const same = (cell: string, value: string): void => {
  const read = readBack(cell)
  expect(/^-?\d/.test(read) && new Big(read).eq(value), `${cell} is ${read}, not ${value}`).toBe(true)
}

/** How Swedish systems and people write one number. */
const SPELLINGS: Record<string, (printed: string) => string> = {
  'as the product prints it': printed => printed,
  'with a decimal point': printed => printed.replace(',', '.'),
  'with narrow spaces': printed => printed.replaceAll('\u00a0', '\u202f'),
  'with thin spaces': printed => printed.replaceAll('\u00a0', '\u2009'),
  'with plain spaces': printed => printed.replaceAll('\u00a0', ' '),
  'without groups': printed => printed.replaceAll('\u00a0', ''),
  'with hyphen-minus': printed => printed.replace('\u2212', '-'),
  'with a space after the minus': printed => printed.replace('\u2212', '- '),
  'with an en dash for minus': printed => printed.replace('\u2212', '–'),
  'with spaces round it': printed => `  ${printed}\u00a0`,
}

describe.each(Object.entries(SPELLINGS))('a number %s', (_, spell) => {
  it('is read as what it was', () => {
    fc.assert(fc.property(decimal, ({ text, decimals }) => same(spell(formatNumber(text, decimals)), text)))
  })

  it('is read as what it was with a percent sign', () => {
    fc.assert(
      fc.property(decimal, fc.constantFrom('%', ' %', '\u00a0%'), ({ text, decimals }, sign) => {
        const cell = `${spell(formatNumber(text, decimals)).trim()}${sign}`
        same(cell, text)
        expect(parseNumber(cell)).toMatchObject({ percent: true })
      }),
    )
  })
})

it('keeps the digits that the file has, and is never minus nothing', () => {
  fc.assert(
    fc.property(decimal, ({ text, decimals }) => {
      const read = readBack(formatNumber(text, decimals))
      expect(read.split('.')[1]?.length ?? 0).toBe(decimals)
      expect(read).not.toMatch(/^-[0.]+$/)
    }),
  )
})

it('is rounded once, half away from zero, and read as the rounded one', () => {
  fc.assert(
    fc.property(decimal, fc.integer({ min: 0, max: 3 }), ({ text }, shown) => {
      same(formatNumber(text, shown), new Big(text).round(shown, Big.roundHalfUp).toFixed())
    }),
  )
})

it('takes no change for a value: a sign in front of it is no number', () => {
  fc.assert(
    fc.property(decimal, ({ text, decimals }) => {
      fc.pre(new Big(text).gt(0))
      expect(parseNumber(formatChange(new Big(text), decimals)).kind).toBe('invalid')
    }),
  )
})

it('never reads one text as two numbers: what groups thousands is never the decimal sign', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[-−–]?[\d .,\u00a0%]{1,20}$/), cell => {
      const parsed = parseNumber(cell)
      if (parsed.kind === 'number') expect(cell.replace(/[^.,]/g, '').length).toBeLessThanOrEqual(1)
    }),
  )
})
