import type { Layout, LayoutMeasure } from '../indicators/layout/layout.ts'
import { slug } from '../indicators/slug.ts'
import { type SourceId, sources } from '../indicators/sources/index.ts'

export interface DemoFile {
  source: SourceId
  fileName: string
  /** What the file itself does not say, as somebody who imports it would. */
  layout?: Layout
  /** Rows of the file that say too little, a value without its year, are left out. */
  withoutRejected?: boolean
}

const within = (area: string, measure: LayoutMeasure): LayoutMeasure => {
  const text = measure.area ? `${area}, ${measure.area.text.toLowerCase()}` : area
  return { ...measure, area: { text, slug: slug(text) } }
}

/** A file of the economy system is about one part of the organisation, which its name says and its rows do not. */
const economyOf = (area: string, period: string | null = null): Layout => ({
  ...sources.ekonomi,
  measures: sources.ekonomi.measures.map(measure => within(area, measure)),
  asked: { year: null, period },
})

const absenceOf = (area: string, year: number): Layout => ({
  ...sources.hr,
  measures: sources.hr.measures.map(measure => ({ ...measure, area: { text: area, slug: slug(area) } })),
  asked: { year, period: null },
})

/** Sample files in `data/`, loaded through the same import as everybody's. */
export const demoFiles: DemoFile[] = [
  { source: 'senior-alert', fileName: 'senior-alert.csv' },
  { source: 'palliativregistret', fileName: 'palliativregistret.csv' },
  { source: 'avvikelser', fileName: 'avvikelser.csv' },
  { source: 'ekonomi', fileName: 'ekonomi-nov-2023-total.csv', layout: economyOf('Nämnden') },
  { source: 'ekonomi', fileName: 'ekonomi-nov-2023-aldre.csv', layout: economyOf('Avdelning äldre') },
  { source: 'ekonomi', fileName: 'ekonomi-nov-2023-buv.csv', layout: economyOf('Avdelning barn, unga, vuxna') },
  { source: 'ekonomi', fileName: 'ekonomi-nov-2023-myndighet.csv', layout: economyOf('Avdelning myndighet') },
  { source: 'ekonomi', fileName: 'driftbudget-2024.csv', layout: economyOf('Driftbudget', '2024') },
  { source: 'hr', fileName: 'sjukfranvaro-myndighet-2023.csv', layout: absenceOf('Sjukfrånvaro, myndighet', 2023) },
  { source: 'namndplan', fileName: 'namndplan.csv', withoutRejected: true },
]
