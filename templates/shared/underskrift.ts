import type { SectionInput } from './as-written.ts'

/** Who signs, by role: the person is known when it is signed. */
export const signatures: SectionInput = {
  key: 'underskrift',
  level: 1,
  heading: 'Underskrift',
  guidance: 'Roller, inte namn. Namnet kommer med underskriften.',
  required: 'yes',
  lawReferences: [],
  text: false,
  rows: [
    {
      key: 'underskrift',
      one: 'underskrift',
      many: 'underskrifter',
      heading: 'Underskrifter',
      fields: [
        { type: 'role', key: 'roll', label: 'Roll', required: true },
        { type: 'text', key: 'ort', label: 'Ort' },
        { type: 'date', key: 'datum', label: 'Datum' },
      ],
      least: 1,
    },
  ],
}
