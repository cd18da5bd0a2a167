import type { Source } from '../source.ts'

/** Svenska palliativregistret: care in the last week of life. n is the number of deaths in the register that year. */
export const palliativregistret: Source = {
  keys: ['indikator'],
  measures: [
    {
      area: null,
      name: { column: 'indikator' },
      result: 'resultat_YYYY',
      target: 'malvarde_YYYY',
      denominator: 'n_YYYY',
      unitColumn: 'enhet',
      unit: 'percent',
      decimals: 1,
      better: 'up',
    },
  ],
}
