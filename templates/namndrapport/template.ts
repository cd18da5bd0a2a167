import { departments, overallAssessment } from '../shared/avdelning.ts'
import { goalsAndControl } from '../shared/maluppfoljning.ts'
import { defineTemplate } from '../template.ts'

/**
 * The nämnd's follow-up of its plan, some times a year. Where it is part of the delårsrapport, that one reaches
 * fullmäktige and the auditors within two months of the end of its period (KL 11 kap. 16 §): no fixed day of the year.
 */
export const namndrapport = defineTemplate({
  key: 'namndrapport',
  version: 2,
  name: 'Nämndrapport',
  description: 'Nämndens uppföljning av ekonomi, verksamhet och mål, även till delårsrapport och bokslut.',
  title: 'Nämndrapport {år}',
  deadline: null,
  fields: [
    { type: 'period', key: 'period', label: 'Period', required: true },
    {
      type: 'choice',
      key: 'rapport',
      label: 'Rapport',
      required: true,
      hint: 'Delårsrapporten ska nå fullmäktige och revisorerna inom två månader från periodens slut (KL 11:16).',
      options: [
        { key: 'uppfoljning', label: 'Uppföljning under året' },
        { key: 'delar', label: 'Delår' },
        { key: 'bokslut', label: 'Årsbokslut' },
      ],
    },
  ],
  sections: [
    overallAssessment,
    departments,
    {
      ...goalsAndControl,
      guidance:
        'Mål i varje nämndrapport. Indikatorer och kontrollmoment i delårsrapport och bokslut. Redovisas inget: ej tillämpligt, med skäl.',
    },
  ],
  signing: { order: 'sequence', capacities: ['Förvaltningschef', 'Ekonom'] },
  decision: ['godkänna nämndrapporten', 'överlämna nämndrapporten till kommunstyrelsen och revisorerna'],
  recipients: ['Kommunstyrelsen', 'Kommunens revisorer', 'Akten'],
})
