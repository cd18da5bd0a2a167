import { layoutOf, share } from '../../layout/layout.ts'

/** Senior alert: preventive care, two measures per risk area. Shares of the persons assessed at risk. */
export const seniorAlert = layoutOf({
  area: ['omrade'],
  name: ['matt'],
  measures: [{ ...share, unitColumns: ['enhet'], decimals: 0 }],
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
