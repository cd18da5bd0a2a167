import { type Figure, type FigureKind, type FigureSet, figureKey, type Indicator } from '../../figure.ts'

type Given = Partial<Pick<Figure, 'gender' | 'numerator' | 'denominator' | 'status' | 'goal' | 'note'>>

/** An indicator's id, the kind and the period of its figure, the value, and what else is known of it. */
export type GivenFigure = [string, FigureKind, string, string | null, Given?]

/** Figures of one import, as the resolver hands them out. Of an indicator only what matters need be given. */
export function figureSet(indicators: (Partial<Indicator> & { id: string })[], figures: GivenFigure[]): FigureSet {
  const passport = {
    observationId: 1,
    importId: '3f0c2a4e-0000-4000-8000-000000000002',
    source: 'senior-alert',
    fileName: 'senior-alert.csv',
    fileSha256: '0'.repeat(64),
    importedAt: '2024-01-24T08:15:00Z',
    importedBy: 'Karin Ek',
  }
  const made = figures.map(([indicatorId, kind, period, value, given]): Figure => {
    const ref = { indicatorId, kind, period, gender: given?.gender ?? 'T' } as const
    return { numerator: null, denominator: null, ...given, ...ref, value, passport }
  })
  const usual: Omit<Indicator, 'id'> = {
    source: 'senior-alert',
    area: '',
    name: 'Mått',
    unit: 'percent',
    decimals: 0,
    better: 'up',
  }
  return {
    indicators: Object.fromEntries(indicators.map(indicator => [indicator.id, { ...usual, ...indicator }])),
    figures: Object.fromEntries(made.map(figure => [figureKey(figure), figure])),
  }
}
