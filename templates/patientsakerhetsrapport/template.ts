import { defineTemplate } from '../template.ts'
import { sections } from './sections.ts'

/** Twice a year to the nämnd: basala hygienrutiner in spring, Svenska HALT in autumn. No law sets a date. */
export const patientsakerhetsrapport = defineTemplate({
  key: 'patientsakerhetsrapport',
  version: 2,
  name: 'Patientsäkerhetsrapport',
  description: 'Läget i patientsäkerhetsarbetet vår och höst. Underlag till årets patientsäkerhetsberättelse.',
  title: 'Patientsäkerhetsrapport {år}',
  deadline: null,
  fields: [
    {
      type: 'choice',
      key: 'rapport',
      label: 'Rapport',
      required: true,
      options: [
        { key: 'var', label: 'Vår' },
        { key: 'host', label: 'Höst' },
      ],
    },
    { type: 'period', key: 'period', label: 'Period', required: true },
  ],
  sections,
  signing: { order: 'sequence', capacities: ['Medicinskt ansvarig sjuksköterska', 'Verksamhetschef'] },
  decision: ['lägga patientsäkerhetsrapporten till handlingarna'],
  recipients: ['Akten'],
})
