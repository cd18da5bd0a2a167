import { type LayoutMeasure, type LayoutValue, layoutOf, share } from '../../layout/layout.ts'

const amount: LayoutMeasure = { ...share, unit: 'tkr', unitColumns: ['enhet'], decimals: 0, better: 'none' }

const ofHeader = (column: string, kind: LayoutValue['kind']): LayoutValue => ({
  column,
  measure: 0,
  kind,
  period: { from: 'header' },
  numerator: null,
  denominator: null,
})

const deviation = (column: string, kind: LayoutValue['kind'], from: 'results' | 'result-years'): LayoutValue => ({
  ...ofHeader(column, kind),
  measure: 1,
  period: { from },
})

/**
 * Budget and outcome per verksamhet, cost positive. What the economy system itself says of the deviation, and its
 * forecast of it for the year, are indicators of their own: the product computes deviations from budget and outcome.
 * Sums are rows like others, so that a sum which does not add up can be seen.
 */
export const ekonomi = layoutOf({
  name: ['verksamhet', 'post', 'avdelning', 'konto', 'ansvar'],
  measures: [amount, { ...amount, area: { text: 'Avvikelse', slug: 'avvikelse' }, better: 'up' }],
  values: [
    ofHeader('budget_{period}', 'budget'),
    ofHeader('utfall_{period}', 'result'),
    ofHeader('prognos_{period}', 'forecast'),
    // A budget alone seldom says in its head which year it is for.
    { ...ofHeader('belopp', 'budget'), period: { from: 'file' } },
    deviation('avvikelse_{period}', 'result', 'results'),
    deviation('avvikelse', 'result', 'results'),
    deviation('avvikelse_jan_nov', 'result', 'results'),
    deviation('prognos_helar', 'forecast', 'result-years'),
    deviation('prognos_avvikelse_helar', 'forecast', 'result-years'),
  ],
})
