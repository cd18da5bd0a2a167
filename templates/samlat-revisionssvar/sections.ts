import { recommendation } from '../revisionssvar/rekommendation.ts'
import type { SectionInput, UnitKindInput } from '../shared/as-written.ts'
import { proposal } from '../shared/att-sats.ts'
import { paper } from '../shared/handling.ts'

/** The recommendation, what the styrelse itself says of it, and below that what each nämnd has answered. */
const answered: UnitKindInput = {
  key: recommendation.key,
  one: recommendation.one,
  many: recommendation.many,
  heading: 'Rekommendation {n}',
  guidance:
    'Nämndernas svar hämtas ur deras egna revisionssvar och ändras där. Skriv bara det som är styrelsens egen kommentar.',
  text: true,
  fields: recommendation.fields?.filter(({ key }) => key === 'rekommendation'),
  answers: 'recommendation',
  least: 1,
}

export const sections: SectionInput[] = [
  proposal([
    { verb: 'anta', objekt: 'det samlade svaret som styrelsens svar på revisorernas granskning' },
    { verb: 'overlamna', objekt: 'det samlade svaret till revisorerna' },
  ]),
  {
    key: 'sammanfattning',
    level: 1,
    heading: 'Sammanfattning',
    guidance: 'Vad som har granskats, revisorernas bedömning och kärnan i nämndernas svar.',
    required: 'yes',
    lawReferences: [],
  },
  {
    key: 'svarande-namnder',
    level: 1,
    heading: 'Nämnder som svarar',
    guidance: 'Tabellen fylls i av sig själv. Skriv bara det som läsaren behöver veta därutöver.',
    required: 'no',
    lawReferences: ['KL 12:1', 'KL 12:9'],
    answers: 'boards',
  },
  {
    key: 'samlad-bedomning',
    level: 1,
    heading: 'Samlad bedömning',
    guidance: 'Styrelsens egen bedömning av svaren tillsammans: vad som är gemensamt och var nämnderna skiljer sig åt.',
    required: 'yes',
    lawReferences: ['KL 6:1'],
  },
  {
    key: 'rekommendationer-och-svar',
    level: 1,
    heading: 'Rekommendationer och nämndernas svar',
    guidance: 'Ett avsnitt per rekommendation med varje nämnds svar. Översikten fylls i av sig själv.',
    required: 'yes',
    lawReferences: [],
    text: false,
    answers: 'overview',
    units: [answered],
  },
  {
    key: 'bilagor',
    level: 1,
    heading: 'Bilagor',
    guidance: 'Granskningsrapporten, missivet och nämndernas svar, med datum.',
    required: 'yes',
    lawReferences: [],
    text: false,
    rows: [
      {
        ...paper,
        heading: 'Bilagor',
        one: 'bilaga',
        many: 'bilagor',
        start: [
          { handling: 'Granskningsrapport' },
          { handling: 'Revisorernas missiv' },
          { handling: 'Nämndernas revisionssvar' },
        ],
        least: 1,
      },
    ],
  },
]
