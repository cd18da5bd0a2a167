import type { SectionInput } from '../shared/as-written.ts'

export const introduction: SectionInput[] = [
  {
    key: 'sa-anvands-planen',
    level: 1,
    heading: 'Så används planen',
    guidance: 'Vem planen är till för, hur den revideras och när den följs upp.',
    required: 'yes',
    lawReferences: [],
    rows: [
      {
        key: 'uppfoljning',
        one: 'uppföljning',
        many: 'uppföljningar',
        heading: 'Uppföljning under året',
        fields: [
          { type: 'text', key: 'rapport', label: 'Rapport', required: true },
          { type: 'text', key: 'manad', label: 'Redovisas', required: true, hint: 'Månad, till exempel september.' },
          { type: 'text', key: 'innehall', label: 'Innehåll', required: true },
        ],
      },
    ],
  },
  {
    key: 'inledning',
    level: 1,
    heading: 'Inledning',
    guidance: 'Några meningar som leder in. Styrmodell, uppdrag och organisation har egna avsnitt.',
    required: 'no',
    lawReferences: [],
  },
  {
    key: 'styrmodell',
    level: 2,
    heading: 'Styrmodell',
    guidance: 'Hur fullmäktiges mål blir nämndens mål. En figur behöver alternativtext.',
    required: 'yes',
    lawReferences: [],
  },
  {
    key: 'uppdrag',
    level: 2,
    heading: 'Nämndens uppdrag',
    guidance: 'Vad nämnden ansvarar för enligt reglementet, och de lagar som styr verksamheten.',
    required: 'yes',
    lawReferences: [],
  },
  {
    key: 'organisation',
    level: 2,
    heading: 'Organisation',
    guidance: 'Nämnd, förvaltning och avdelningar.',
    required: 'yes',
    lawReferences: [],
  },
]
