import type { SectionInput } from '../shared/as-written.ts'
import { proposal } from '../shared/att-sats.ts'
import { paper } from '../shared/handling.ts'
import { signatures } from '../shared/underskrift.ts'

export const sections: SectionInput[] = [
  proposal(),
  {
    key: 'sammanfattning',
    level: 1,
    heading: 'Sammanfattning',
    guidance: 'Vad ärendet gäller och varför det tas upp, på högst en halv sida. Upprepa inte förslaget.',
    required: 'yes',
    lawReferences: [],
  },
  {
    key: 'arendet',
    level: 1,
    heading: 'Ärendet',
    guidance: 'Bakgrund och förvaltningens bedömning. Säger sammanfattningen allt: ej tillämpligt.',
    required: 'conditional',
    lawReferences: [],
  },
  {
    key: 'ekonomiska-konsekvenser',
    level: 1,
    heading: 'Ekonomiska konsekvenser',
    guidance: 'Belopp och hur det betalas.',
    required: 'conditional',
    lawReferences: [],
  },
  {
    key: 'barnkonsekvenser',
    level: 1,
    heading: 'Konsekvenser för barn och andra perspektiv',
    guidance: 'Hur beslutet påverkar barn, och de andra perspektiv som organisationen prövar.',
    required: 'conditional',
    lawReferences: [],
  },
  {
    key: 'beslutsunderlag',
    level: 1,
    heading: 'Beslutsunderlag',
    guidance: 'Varje handling med datum, tjänsteskrivelsen först.',
    required: 'no',
    lawReferences: [],
    text: false,
    rows: [{ ...paper, heading: 'Beslutsunderlag', start: [{ handling: 'Tjänsteskrivelse' }] }],
  },
  {
    key: 'beslutet-skickas-till',
    level: 1,
    heading: 'Beslutet skickas till',
    guidance: 'Organ och roller, inte personer.',
    required: 'yes',
    lawReferences: [],
    text: false,
    rows: [
      {
        key: 'mottagare',
        one: 'mottagare',
        many: 'mottagare',
        heading: 'Mottagare',
        fields: [{ type: 'text', key: 'mottagare', label: 'Mottagare', required: true }],
        start: [{ mottagare: 'Akten' }],
        least: 1,
      },
    ],
  },
  signatures,
]
