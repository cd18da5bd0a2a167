import { type LayoutMeasure, type LayoutValue, layoutOf, share } from '../../layout/layout.ts'

const AREA = { text: 'Sjukfrånvaro', slug: 'sjukfranvaro' }

const absence = (text: string, slug: string): LayoutMeasure => ({
  ...share,
  area: AREA,
  name: { text, slug },
  unitColumns: ['enhet'],
  decimals: 2,
  better: 'down',
})

const monthly = (column: string, measure: number): LayoutValue => ({
  column,
  measure,
  kind: 'result',
  period: { from: 'column', column: 'manad' },
  numerator: null,
  denominator: null,
})

/** Absence by month and length, as shares of the ordinary working time. The months have no year: the importer says it. */
export const hr = layoutOf({
  measures: [
    absence('Dag 1–14', 'dag-1-14'),
    absence('Dag 15–59', 'dag-15-59'),
    absence('Dag 60 och mer', 'dag-60'),
    absence('Totalt', 'totalt'),
  ],
  values: [
    monthly('dag_1_14', 0),
    monthly('dag_15_59', 1),
    monthly('dag_60_plus', 2),
    monthly('dag_60', 2),
    monthly('totalt_redovisat', 3),
    monthly('totalt', 3),
  ],
})
