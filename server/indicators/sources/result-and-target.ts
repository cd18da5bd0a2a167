import type { LayoutValue } from '../layout/layout.ts'

/** Columns of a quality register: for each year the result, of how many, and what is aimed at. */
export const resultAndTarget: LayoutValue[] = [
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
]
