import type { UnitKind } from '../schema/section.ts'

/** One national quality register: its figures stand in the text as data blocks, with the number that they rest on. */
export const qualityRegister: UnitKind = {
  key: 'kvalitetsregister',
  one: 'kvalitetsregister',
  many: 'kvalitetsregister',
  heading: '{register}',
  guidance:
    'Resultat som datablock med n, jämförelse med föregående år och målvärde, och en analys. Kommentera varje försämring.',
  lawReferences: ['SOSFS 2011:9 5:2'],
  text: true,
  fields: [
    { type: 'text', key: 'register', label: 'Register', required: true },
    { type: 'period', key: 'period', label: 'Mätperiod' },
  ],
  rows: [],
  parts: [],
  units: [],
  start: [],
  least: 0,
}
