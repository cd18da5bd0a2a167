import { departments, overallAssessment } from '../shared/avdelning.ts'
import { goalsAndControl } from '../shared/maluppfoljning.ts'
import { defineTemplate } from '../template.ts'

/** Economy and operations of a month. No law asks for it or sets a date. */
export const manadsrapport = defineTemplate({
  key: 'manadsrapport',
  version: 2,
  name: 'Månadsrapport',
  description: 'Ekonomi och verksamhet hittills i år, avdelning för avdelning.',
  title: 'Månadsrapport {år}',
  deadline: null,
  fields: [{ type: 'period', key: 'period', label: 'Period', required: true }],
  sections: [overallAssessment, departments, goalsAndControl],
  signing: { order: 'sequence', capacities: ['Förvaltningschef', 'Ekonom'] },
  decision: ['godkänna månadsrapporten', 'överlämna månadsrapporten till kommunstyrelsen och revisorerna'],
  recipients: ['Kommunstyrelsen', 'Kommunens revisorer', 'Akten'],
})
