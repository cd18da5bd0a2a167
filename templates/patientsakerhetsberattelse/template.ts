import { defineTemplate } from '../template.ts'
import { sections } from './sections.ts'

/**
 * The yearly patient-safety report: patientsäkerhetslagen (2010:659, PSL) 3 kap. 9 and 10 §§ and SOSFS 2011:9 7 kap.
 * The vårdgivare has it ready by 1 March, for the calendar year before.
 */
export const patientsakerhetsberattelse = defineTemplate({
  key: 'patientsakerhetsberattelse',
  version: 4,
  name: 'Patientsäkerhetsberättelse',
  description: 'Vårdgivarens årliga redovisning enligt patientsäkerhetslagen, klar senast den 1 mars.',
  title: 'Patientsäkerhetsberättelse {år}',
  deadline: { yearsAfter: 1, month: 3, day: 1, law: 'PSL 3:10' },
  fields: [
    {
      type: 'text',
      key: 'handlingsplan',
      label: 'Nationell handlingsplan',
      hint: 'Namn och år på den plan som berättelsen följer.',
    },
  ],
  sections,
  signing: {
    order: 'sequence',
    capacities: ['Medicinskt ansvarig sjuksköterska', 'Verksamhetschef', 'Nämndens ordförande'],
  },
  decision: [
    'godkänna patientsäkerhetsberättelsen för år {år} som sin egen',
    'lägga patientsäkerhetsberättelsen för år {år} till handlingarna',
  ],
  recipients: ['Akten', 'Kommunens revisorer'],
})
