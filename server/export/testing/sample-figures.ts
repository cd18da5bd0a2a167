import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { type Figure, type FigureSet, figureKey } from '#editor/core/figure.ts'

const FILE = 'senior-alert.csv'

interface Row {
  omrade: string
  matt: string
  resultat_2023: string
  malvarde_2023: string
  resultat_2022: string
}

/** The real Senior alert figures of the demo, as the resolver hands them out. */
export function sampleFigures(): FigureSet {
  const csv = readFileSync(new URL(`../../demo/data/${FILE}`, import.meta.url))
  const rows: Row[] = parse(csv, { columns: true, skip_empty_lines: true })
  const set: FigureSet = { indicators: {}, figures: {} }
  for (const [index, row] of rows.entries()) {
    const id = `senior-alert.${index + 1}`
    set.indicators[id] = {
      id,
      source: 'senior-alert',
      area: row.omrade,
      name: row.matt,
      unit: 'percent',
      decimals: 0,
      better: 'up',
    }
    const add = (kind: Figure['kind'], period: string, value: string) => {
      const figure: Figure = {
        indicatorId: id,
        kind,
        period,
        gender: 'T',
        value: value === '' ? null : value,
        numerator: null,
        denominator: null,
        passport: {
          observationId: index,
          importId: 'import-1',
          source: 'senior-alert',
          fileName: FILE,
          fileSha256: '0'.repeat(64),
          importedAt: '2024-01-24T08:15:00Z',
          importedBy: 'Karin Ek',
        },
      }
      set.figures[figureKey(figure)] = figure
    }
    add('result', '2023', row.resultat_2023)
    add('target', '2023', row.malvarde_2023)
    add('result', '2022', row.resultat_2022)
  }
  return set
}
