import type { SectionInput } from '../shared/as-written.ts'
import { signatures } from '../shared/underskrift.ts'
import { particulars } from './huvud.ts'
import { control } from './kontrollmoment.ts'

export const sections: SectionInput[] = [
  {
    key: 'uppgifter-om-kontrollen',
    level: 1,
    heading: 'Uppgifter om kontrollen',
    guidance: 'Vad som har kontrollerats, för vilken period, när och för vem.',
    required: 'yes',
    lawReferences: ['KL 6:6'],
    text: false,
    fields: particulars,
  },
  {
    key: 'resultat-i-sammandrag',
    level: 1,
    heading: 'Resultat i sammandrag',
    guidance: 'Det viktigaste i några meningar: hur många moment, hur många genomförda, var det finns avvikelser.',
    required: 'yes',
    lawReferences: ['KL 6:6'],
    overview: {
      of: 'kontrollmoment',
      first: 'Kontrollmoment',
      columns: [
        { label: 'Genomförd', field: 'genomford' },
        { label: 'Avvikelser', field: 'antal-avvikelser' },
        { label: 'Varav allvarliga', field: 'varav-allvarliga' },
        { label: 'Bedömning', field: 'bedomning' },
        { label: 'Mot föregående år', field: 'mot-foregaende-ar' },
        { label: 'Åtgärder', measures: 'status' },
        { label: 'Nästa datum', measures: 'next-due', kinds: ['planerad-atgard'] },
      ],
    },
  },
  {
    key: 'redovisning-per-kontrollmoment',
    level: 1,
    heading: 'Redovisning per kontrollmoment',
    guidance: 'Ett avsnitt för varje moment i internkontrollplanen, i planens ordning.',
    required: 'yes',
    lawReferences: [],
    text: false,
    units: [control],
  },
  {
    key: 'samlad-bedomning',
    level: 1,
    heading: 'Samlad bedömning',
    guidance: 'Ta ställning och motivera. Lagens ord sedan den 1 juli 2025: förebygga fel och oegentligheter.',
    required: 'yes',
    lawReferences: ['KL 6:6'],
    fields: [
      {
        type: 'choice',
        key: 'tillracklig',
        label: 'Är den interna kontrollen tillräcklig för att förebygga fel och oegentligheter?',
        required: true,
        options: [
          { key: 'tillracklig', label: 'Tillräcklig', sign: 'good' },
          { key: 'tillracklig-med-atgarder', label: 'Tillräcklig med åtgärder', sign: 'warning' },
          { key: 'otillracklig', label: 'Otillräcklig', sign: 'bad' },
        ],
      },
    ],
  },
  signatures,
]
