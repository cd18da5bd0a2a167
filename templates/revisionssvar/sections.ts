import type { SectionInput } from '../shared/as-written.ts'
import { proposal } from '../shared/att-sats.ts'
import { paper } from '../shared/handling.ts'
import { recommendation } from './rekommendation.ts'

export const sections: SectionInput[] = [
  proposal([
    { verb: 'anta', objekt: 'yttrandet som nämndens svar på revisorernas granskning' },
    { verb: 'overlamna', objekt: 'yttrandet till revisorerna' },
  ]),
  {
    key: 'sammanfattning',
    level: 1,
    heading: 'Sammanfattning',
    guidance: 'Vad som har granskats, revisorernas bedömning och kärnan i svaret.',
    required: 'yes',
    lawReferences: [],
  },
  {
    key: 'revisorernas-bedomning-och-fragor',
    level: 1,
    heading: 'Revisorernas bedömning och frågor',
    guidance: 'Vad revisorerna har kommit fram till, vad de vill ha svar på och till vilken dag.',
    required: 'yes',
    lawReferences: ['KL 12:1', 'KL 12:9'],
  },
  {
    key: 'rekommendationer-och-svar',
    level: 1,
    heading: 'Rekommendationer och svar',
    guidance: 'Ett avsnitt per rekommendation, i granskningsrapportens ordning. Översikten fylls i av sig själv.',
    required: 'yes',
    lawReferences: [],
    text: false,
    overview: {
      of: 'rekommendation',
      first: 'Rekommendation',
      columns: [
        { label: 'Lydelse', field: 'rekommendation' },
        { label: 'Inställning', field: 'installning' },
        { label: 'Status', measures: 'status' },
        { label: 'Nästa datum', measures: 'next-due', kinds: ['planerad-atgard'] },
      ],
    },
    units: [recommendation],
  },
  {
    key: 'ekonomiska-konsekvenser',
    level: 1,
    heading: 'Ekonomiska konsekvenser',
    guidance: 'Vad åtgärderna kostar och hur de betalas.',
    required: 'no',
    lawReferences: [],
  },
  {
    key: 'bilagor',
    level: 1,
    heading: 'Bilagor',
    guidance: 'Granskningsrapporten och missivet, med datum.',
    required: 'yes',
    lawReferences: [],
    text: false,
    rows: [
      {
        ...paper,
        heading: 'Bilagor',
        one: 'bilaga',
        many: 'bilagor',
        start: [{ handling: 'Granskningsrapport' }, { handling: 'Revisorernas missiv' }],
        least: 1,
      },
    ],
  },
]
