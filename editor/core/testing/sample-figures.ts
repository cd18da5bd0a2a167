import { type Figure, type FigureRef, type FigureSet, figureKey, type Indicator } from '../figure.ts'
import { movePeriod } from '../period.ts'

const INDICATOR: Indicator = {
  id: 'prov/matt',
  source: 'prov',
  area: 'Prov',
  name: 'Mått',
  unit: 'percent',
  decimals: 0,
  better: 'up',
}

const PASSPORT: Figure['passport'] = {
  observationId: 1,
  importId: '3f0c2a4e-0000-4000-8000-000000000002',
  source: 'prov',
  fileName: 'prov.csv',
  fileSha256: '0'.repeat(64),
  importedAt: '2024-01-24T08:15:00Z',
  importedBy: 'MAS',
}

/**
 * One indicator with results for 2023 and so many years before it as there are values; null for a year that has none.
 * @returns the figures, and the ref of the newest
 */
export function sampleFigures(
  own: Partial<Indicator>,
  ...values: (Partial<Figure> | string | null)[]
): { data: FigureSet; ref: FigureRef } {
  const indicator = { ...INDICATOR, ...own }
  const ref: FigureRef = { indicatorId: indicator.id, kind: 'result', period: '2023', gender: 'T' }
  const figures = values.flatMap((value, years): Figure[] => {
    if (value === null) return []
    const place = { ...ref, period: movePeriod(ref.period, -years), numerator: null, denominator: null }
    return [{ ...place, value: null, passport: PASSPORT, ...(typeof value === 'string' ? { value } : value) }]
  })
  return {
    data: {
      indicators: { [indicator.id]: indicator },
      figures: Object.fromEntries(figures.map(figure => [figureKey(figure), figure])),
    },
    ref,
  }
}
