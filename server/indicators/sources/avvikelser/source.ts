import type { Source } from '../source.ts'

/**
 * Reported deviations in health care per category: how many, and the share of them that has been investigated.
 * More reports may mean a better reporting culture, so no direction of the number is better.
 */
export const avvikelser: Source = {
  keys: ['kategori'],
  measures: [
    {
      area: { text: 'Antal avvikelser', slug: 'antal' },
      name: { column: 'kategori' },
      result: 'antal_YYYY',
      target: null,
      denominator: null,
      unitColumn: null,
      unit: 'count',
      decimals: 0,
      better: 'none',
    },
    {
      area: { text: 'Andel utredda avvikelser', slug: 'andel-utredda' },
      name: { column: 'kategori' },
      result: 'andel_utredda_YYYY',
      target: 'malvarde_andel',
      denominator: null,
      unitColumn: 'enhet_andel',
      unit: 'percent',
      decimals: 1,
      better: 'up',
    },
  ],
}
