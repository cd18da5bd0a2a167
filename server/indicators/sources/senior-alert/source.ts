import type { Source } from '../source.ts'

/** Senior alert: preventive care, two measures per risk area. Shares of the persons assessed at risk. */
export const seniorAlert: Source = {
  keys: ['omrade', 'matt'],
  measures: [
    {
      area: { column: 'omrade' },
      name: { column: 'matt' },
      result: 'resultat_YYYY',
      target: 'malvarde_YYYY',
      denominator: null,
      unitColumn: 'enhet',
      unit: 'percent',
      decimals: 0,
      better: 'up',
    },
  ],
}
