import { defineTemplate } from '../template.ts'
import { commonControl, ownControl } from './kontrollmoment.ts'
import { directMeasure, risk } from './risk.ts'

/**
 * What a nämnd controls in a year so that its internal control is sufficient to prevent errors and irregularities
 * ("fel och oegentligheter"): KL 6 kap. 6 § as it reads from 1 July 2025.
 */
export const internkontrollplan = defineTemplate({
  key: 'internkontrollplan',
  version: 4,
  name: 'Internkontrollplan',
  description: 'Årets risker och kontrollmoment, för att förebygga fel och oegentligheter.',
  title: 'Internkontrollplan {år}',
  deadline: null,
  fields: [{ type: 'period', key: 'period', label: 'Planen gäller', required: true }],
  sections: [
    {
      key: 'riskanalys',
      level: 1,
      heading: 'Riskanalys',
      guidance:
        'Bedöm sannolikhet och konsekvens från 1 till 4. Vanliga gränser, om organisationen inte har egna: från riskvärde 9 ett kontrollmoment, från 12 en direkt åtgärd.',
      required: 'yes',
      lawReferences: ['KL 6:6'],
      rows: [risk, directMeasure],
    },
    {
      key: 'kommunovergripande-kontrollmoment',
      level: 1,
      heading: 'Kommunövergripande kontrollmoment',
      guidance: 'Kommer från styrelsen och återges oförändrade. Saknar styrelsen riskvärde lämnas det tomt.',
      required: 'yes',
      lawReferences: [],
      text: false,
      rows: [commonControl],
    },
    {
      key: 'namndspecifika-kontrollmoment',
      level: 1,
      heading: 'Nämndspecifika kontrollmoment',
      guidance: 'Nämndens egna, ur riskanalysen. Varje moment blir ett avsnitt i internkontrollrapporten.',
      required: 'yes',
      lawReferences: [],
      text: false,
      rows: [ownControl],
    },
  ],
  signing: { order: 'sequence', capacities: ['Förvaltningschef', 'Nämndens ordförande'] },
  decision: ['anta internkontrollplanen för år {år}', 'överlämna internkontrollplanen till styrelsen'],
  recipients: ['Styrelsen', 'Akten'],
})
