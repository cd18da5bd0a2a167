import { type Figure, type FigureSet, figureKey, type Indicator } from '#editor/core/figure.ts'

/** Where a figure stands: of which indicator, for which period, of whom. */
export type Place = [indicatorId: string, period: string, gender: Figure['gender']]

const PASSPORT: Figure['passport'] = {
  observationId: 1,
  importId: 'import',
  source: 'prov',
  fileName: 'prov.csv',
  fileSha256: '0'.repeat(64),
  importedAt: '2024-01-24T08:15:00Z',
  importedBy: 'MAS',
}

export const figure = (
  [indicatorId, period, gender]: Place,
  value: string | null,
  more: Partial<Figure> = {},
): Figure => ({
  indicatorId,
  kind: 'result',
  period,
  gender,
  value,
  numerator: null,
  denominator: null,
  passport: PASSPORT,
  ...more,
})

export const figureSet = (indicators: Indicator[], figures: Figure[]): FigureSet => ({
  indicators: Object.fromEntries(indicators.map(one => [one.id, one])),
  figures: Object.fromEntries(figures.map(one => [figureKey(one), one])),
})
