import { type LayoutValue, layoutOf, share } from '../../layout/layout.ts'

const ofColumn = (column: string, kind: LayoutValue['kind'], year: string): LayoutValue => ({
  column,
  measure: 0,
  kind,
  period: { from: 'column', column: year },
  numerator: null,
  denominator: null,
})

/** Goals of a nämndplan with their indicators: where they start, what they are compared with, and typed targets. */
export const namndplan = layoutOf({
  area: ['mal'],
  name: ['indikator'],
  gender: ['delgrupp'],
  subgroups: true,
  better: ['riktning'],
  measures: [{ ...share, unit: null, unitColumns: ['enhet'], decimals: null }],
  values: [
    ofColumn('utgangsvarde', 'result', 'utgangs_ar'),
    ofColumn('jamforelsevarde', 'comparison', 'jamforelse_ar'),
    ofColumn('malvarde', 'target', 'malar'),
  ],
})
