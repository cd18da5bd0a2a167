import { defineTemplate } from '../template.ts'
import { sections } from './sections.ts'

/** The cover note by which an ärende comes before a nämnd. Its order is customary; no law sets it. */
export const tjansteskrivelse = defineTemplate({
  key: 'tjansteskrivelse',
  version: 4,
  name: 'Tjänsteskrivelse',
  description: 'Förvaltningens förslag till beslut i ett ärende, med skäl och underlag.',
  title: 'Tjänsteskrivelse {år}',
  deadline: null,
  opening: 'head',
  fields: [
    { type: 'date', key: 'datum', label: 'Datum', required: true },
    { type: 'text', key: 'tjanstestalle', label: 'Tjänsteställe', required: true },
    { type: 'role', key: 'handlaggare', label: 'Handläggare', required: true },
    { type: 'text', key: 'till', label: 'Till', required: true, hint: 'Nämnden som ska besluta.' },
    { type: 'date', key: 'sammantradesdatum', label: 'Sammanträdesdatum', least: [{ field: 'datum' }] },
    { type: 'report', key: 'rapport', label: 'Rapport som ärendet gäller', internal: true },
  ],
  signing: { order: 'sequence', capacities: ['Handläggare', 'Förvaltningschef'] },
  sections,
  recipients: ['Akten'],
})
