import { defineTemplate } from '../template.ts'
import { sections } from './sections.ts'

/** A nämnd's goals and budget for four years, revised each year: KL 11 kap. 5 and 6 §§ ask for budget and goals. */
export const namndplan = defineTemplate({
  key: 'namndplan',
  version: 3,
  name: 'Nämndplan',
  description: 'Nämndens mål, indikatorer och budget, utifrån fullmäktiges mål.',
  title: 'Nämndplan {år}',
  deadline: null,
  fields: [{ type: 'period', key: 'planperiod', label: 'Planperiod', required: true }],
  sections,
  signing: { order: 'sequence', capacities: ['Förvaltningschef', 'Nämndens ordförande'] },
  decision: ['anta nämndplanen med budget för år {år}', 'överlämna nämndplanen till styrelsen'],
  recipients: ['Styrelsen', 'Akten'],
})
