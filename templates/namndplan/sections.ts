import type { SectionInput } from '../shared/as-written.ts'
import { economyGoal, investments, operating } from './ekonomi.ts'
import { introduction } from './inledning.ts'
import { area } from './omrade.ts'

const economy: SectionInput[] = [
  {
    key: 'ekonomiska-ramar',
    level: 1,
    heading: 'Ekonomiska ramar',
    guidance: 'Nämndens ekonomiska läge, ramen från fullmäktige och hur nämnden håller den.',
    required: 'yes',
    lawReferences: ['KL 11:5', 'KL 11:6'],
  },
  {
    key: 'ekonomimal',
    level: 2,
    heading: 'Ekonomimål',
    guidance: 'Mål för god ekonomisk hushållning och det de mäts med. Utfall som ännu inte finns lämnas tomt.',
    required: 'yes',
    lawReferences: ['KL 11:6'],
    rows: [{ ...economyGoal, least: 1 }],
  },
  {
    key: 'driftbudget',
    level: 2,
    heading: 'Driftbudget',
    guidance: 'En rad per verksamhet. Kommentera det som har ändrats sedan förra året.',
    required: 'yes',
    lawReferences: ['KL 11:5'],
    rows: [operating],
  },
  {
    key: 'investeringsbudget',
    level: 2,
    heading: 'Investeringsbudget',
    guidance: 'En rad per verksamhet eller projekt.',
    required: 'yes',
    lawReferences: ['KL 11:5'],
    rows: [investments],
  },
]

export const sections: SectionInput[] = [
  ...introduction,
  {
    key: 'strategiska-omraden',
    level: 1,
    heading: 'Strategiska områden',
    guidance: 'Fullmäktiges områden i fullmäktiges ordning, med nämndens mål under varje.',
    required: 'yes',
    lawReferences: ['KL 11:6'],
    units: [area],
  },
  ...economy,
  {
    key: 'bilaga-internkontrollplan',
    level: 1,
    heading: 'Bilaga: internkontrollplan',
    guidance: 'Välj nämndens internkontrollplan för året.',
    required: 'yes',
    lawReferences: ['KL 6:6'],
    text: false,
    fields: [
      {
        type: 'report',
        key: 'internkontrollplan',
        label: 'Internkontrollplan',
        templates: ['internkontrollplan'],
        required: true,
      },
    ],
  },
  {
    key: 'bilaga-riktlinjer-och-planer',
    level: 1,
    heading: 'Bilaga: riktlinjer och planer',
    guidance: 'De riktlinjer och planer som styr nämndens arbete, med datum då de antogs.',
    required: 'yes',
    lawReferences: [],
    text: false,
    rows: [
      {
        key: 'riktlinje',
        one: 'riktlinje eller plan',
        many: 'riktlinjer och planer',
        heading: 'Riktlinjer och planer',
        fields: [
          { type: 'text', key: 'dokument', label: 'Dokument', required: true },
          { type: 'date', key: 'antagen', label: 'Antagen', carried: true },
        ],
        least: 1,
      },
    ],
  },
]
