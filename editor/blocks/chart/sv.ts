import type { ChartKind } from './query.ts'

export const sv = {
  name: 'Diagram',
  viewName: (caption: string) => `diagrammet ${caption}`,
  kinds: {
    bar: 'Stapeldiagram',
    grouped: 'Stapeldiagram',
    line: 'Linjediagram',
    panels: 'Stapeldiagram',
  } satisfies Record<ChartKind, string>,
  target: (value: string) => `mål ${value.toLowerCase()}`,
  targetIs: (value: string) => `Målet är ${value.toLowerCase()}.`,
  point: (period: string, value: string) => `${period} ${value}`,
  series: (name: string, points: string) => `${name} ${points}.`,
  describe: (kind: string, series: string[]) => `${kind}: ${series.join(' ')}`,
  breakMark: 'brott',
  breakIs: (period: string) => `Brott i tidsserien före ${period}.`,
  missing: 'uppgift saknas',
  missingShort: 'saknas',
  asTable: 'Visa som tabell',
  empty: 'Diagrammet har inga indikatorer.',
  form: {
    insertTitle: 'Infoga diagram',
    editTitle: 'Ändra diagram',
    insert: 'Infoga diagrammet',
    kind: 'Typ av diagram',
    kinds: {
      bar: 'Staplar: en för varje indikator',
      grouped: 'Staplar i grupp: flera perioder för varje indikator',
      line: 'Linjer: utveckling över tid (fler än fyra blir små diagram)',
      panels: 'Små diagram: staplar över tid, ett för varje indikator',
    } satisfies Record<ChartKind, string>,
    target: 'Visa mål',
  },
}
