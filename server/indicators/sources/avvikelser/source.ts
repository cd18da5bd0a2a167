import { layoutOf, share } from '../../layout/layout.ts'

/**
 * Reported deviations in health care per category: how many, and the share of them that has been investigated.
 * More reports may mean a better reporting culture, so no direction of the number is better.
 */
export const avvikelser = layoutOf({
  name: ['kategori'],
  measures: [
    { ...share, area: { text: 'Antal avvikelser', slug: 'antal' }, unit: 'count', decimals: 0, better: 'none' },
    { ...share, area: { text: 'Andel utredda avvikelser', slug: 'andel-utredda' }, unitColumns: ['enhet_andel'] },
  ],
  values: [
    {
      column: 'antal_{period}',
      measure: 0,
      kind: 'result',
      period: { from: 'header' },
      numerator: null,
      denominator: null,
    },
    {
      column: 'andel_utredda_{period}',
      measure: 1,
      kind: 'result',
      period: { from: 'header' },
      numerator: null,
      denominator: null,
    },
    {
      column: 'malvarde_andel',
      measure: 1,
      kind: 'target',
      period: { from: 'results' },
      numerator: null,
      denominator: null,
    },
  ],
})
