import type { RowKindInput } from './as-written.ts'

/** Documents that lie with the report: bilagor, beslutsunderlag. */
export const paper: RowKindInput = {
  key: 'handling',
  one: 'handling',
  many: 'handlingar',
  heading: 'Handlingar',
  fields: [
    { type: 'text', key: 'handling', label: 'Handling', required: true },
    { type: 'date', key: 'datum', label: 'Datum' },
  ],
}
