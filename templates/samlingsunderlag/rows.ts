import type { Field } from '#editor/core/structure/field.ts'
import type { RowKindInput } from '../shared/as-written.ts'

const diaryNumber: Field = { type: 'diaryNumber', key: 'diarienummer', label: 'Diarienummer' }

export const delegated: RowKindInput = {
  key: 'delegationsbeslut',
  one: 'delegationsbeslut',
  many: 'delegationsbeslut',
  heading: 'Delegationsbeslut',
  ofPeriod: true,
  fields: [
    {
      type: 'date',
      key: 'datum',
      label: 'Datum',
      required: true,
      least: [{ field: 'period', in: 'report', edge: 'start' }],
      most: [{ field: 'period', in: 'report' }],
    },
    { type: 'text', key: 'beslut', label: 'Beslut', long: true, required: true },
    { type: 'role', key: 'delegat', label: 'Delegat', required: true },
    {
      type: 'text',
      key: 'lagrum',
      label: 'Lagrum eller punkt',
      hint: 'Punkten i delegationsordningen, eller lagrummet.',
    },
    diaryNumber,
  ],
}

/** One paper each, or several from one sender with their number; no sum, since most rows have no number. */
export const incoming: RowKindInput = {
  key: 'anmalningsarende',
  one: 'anmälningsärende',
  many: 'anmälningsärenden',
  heading: 'Anmälningsärenden',
  ofPeriod: true,
  fields: [
    { type: 'text', key: 'fran', label: 'Från', required: true },
    { type: 'date', key: 'datum', label: 'Datum' },
    { type: 'text', key: 'arende', label: 'Ärende', long: true, required: true },
    {
      type: 'number',
      key: 'antal',
      label: 'Antal handlingar',
      decimals: 0,
      min: 1,
      hint: 'Bara om raden gäller flera handlingar.',
    },
    diaryNumber,
  ],
}
