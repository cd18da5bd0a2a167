import type { DocumentNode } from '../../core/document-node.ts'
import { type Figure, type FigureSet, figureKey } from '../../core/figure.ts'

const ID = 'senior-alert.trycksar.plan'

const figure = (kind: Figure['kind'], period: string, value: string | null): Figure => ({
  indicatorId: ID,
  kind,
  period,
  gender: 'T',
  value,
  numerator: null,
  denominator: null,
  passport: {
    observationId: 1,
    importId: '3f0c2a4e-0000-4000-8000-000000000002',
    source: 'senior-alert',
    fileName: 'senior-alert.csv',
    fileSha256: '0'.repeat(64),
    importedAt: '2024-01-24T08:15:00Z',
    importedBy: 'Karin Ek',
  },
})

const figures = [figure('result', '2023', '96'), figure('target', '2023', '100'), figure('result', '2022', null)]

/** The figures that {@link indicatorTableFixture} asks for; one of them is missing. */
export const indicatorTableData: FigureSet = {
  indicators: {
    [ID]: {
      id: ID,
      source: 'senior-alert',
      area: 'Trycksår',
      name: 'Åtgärdsplan vid risk',
      unit: 'percent',
      decimals: 0,
      better: 'up',
    },
  },
  figures: Object.fromEntries(figures.map(entry => [figureKey(entry), entry])),
}

export const indicatorTableFixture: DocumentNode = {
  type: 'indicatorTable',
  attrs: { indicatorIds: [ID], year: 2023, caption: 'Senior alert' },
}
