import { audit } from '../revisionssvar/granskning.ts'
import { defineTemplate } from '../template.ts'
import { sections } from './sections.ts'

/** One nämnd answers for itself. */
const OF_ONE_ANSWER = ['samlat-svar', 'hanvisar-till-namnderna']

/** The styrelse's joint answer to the auditors, put together from the nämnders' own. */
export const samlatRevisionssvar = defineTemplate({
  key: 'samlat-revisionssvar',
  version: 2,
  name: 'Samlat revisionssvar',
  description: 'Styrelsens samlade svar till revisorerna. Görs av nämndernas egna revisionssvar.',
  title: 'Samlat svar på revisorernas granskning {år}',
  deadline: null,
  fields: audit.filter(({ key }) => !OF_ONE_ANSWER.includes(key)),
  sections,
  signing: { order: 'sequence', capacities: ['Handläggare', 'Förvaltningschef', 'Styrelsens ordförande'] },
  decision: [
    'anta det samlade svaret som styrelsens svar på revisorernas granskning',
    'överlämna det samlade svaret till revisorerna',
  ],
  recipients: ['Revisorerna', 'Svarande nämnder'],
})
