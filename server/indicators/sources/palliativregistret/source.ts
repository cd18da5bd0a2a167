import { layoutOf, share } from '../../layout/layout.ts'

/** Svenska palliativregistret: care in the last week of life. n is the number of deaths in the register that year. */
export const palliativregistret = layoutOf({
  name: ['indikator'],
  measures: [{ ...share, unitColumns: ['enhet'] }],
  values: [
    {
      column: 'resultat_{period}',
      measure: 0,
      kind: 'result',
      period: { from: 'header' },
      numerator: null,
      denominator: 'n_{period}',
    },
    {
      column: 'malvarde_{period}',
      measure: 0,
      kind: 'target',
      period: { from: 'header' },
      numerator: null,
      denominator: null,
    },
  ],
})
