import type { RowKindInput, SectionInput } from './as-written.ts'
import { done } from './yes-no.ts'

const goals: RowKindInput = {
  key: 'maluppfoljning',
  one: 'mål',
  many: 'mål',
  heading: 'Mål och indikatorer',
  fields: [
    { type: 'text', key: 'mal', label: 'Mål', required: true },
    { type: 'text', key: 'indikator', label: 'Indikator' },
    { type: 'text', key: 'malvarde', label: 'Målvärde' },
    { type: 'text', key: 'utfall', label: 'Utfall' },
    {
      type: 'choice',
      key: 'status',
      label: 'Status',
      required: true,
      options: [
        { key: 'uppnatt', label: 'Uppnått', sign: 'good' },
        { key: 'pa-vag', label: 'På väg', sign: 'warning' },
        { key: 'ej-uppnatt', label: 'Ej uppnått', sign: 'bad' },
        { key: 'ej-matt', label: 'Ej mätt', sign: 'waiting' },
      ],
    },
    { type: 'text', key: 'kommentar', label: 'Kommentar', long: true },
  ],
}

const controls: RowKindInput = {
  key: 'kontrollmoment',
  one: 'kontrollmoment',
  many: 'kontrollmoment',
  heading: 'Kontrollmoment',
  fields: [
    { type: 'text', key: 'moment', label: 'Kontrollmoment', required: true },
    { type: 'choice', key: 'genomford', label: 'Genomförd', required: true, options: done },
    { type: 'text', key: 'resultat', label: 'Resultat', long: true },
  ],
}

export const goalsAndControl: SectionInput = {
  key: 'maluppfoljning-och-intern-kontroll',
  level: 1,
  heading: 'Måluppföljning och intern kontroll',
  guidance: 'I delårsrapport och bokslut: status per mål, indikator och kontrollmoment. Annars: ej tillämpligt.',
  required: 'conditional',
  lawReferences: [],
  rows: [goals, controls],
}
