import type { Field } from '#editor/core/structure/field.ts'
import type { RowKindInput } from './as-written.ts'

const description: Field = { type: 'text', key: 'atgard', label: 'Åtgärd', long: true, required: true }
const role: Field = {
  type: 'role',
  key: 'ansvarig',
  label: 'Ansvarig roll',
  hint: 'En funktion, inte en person: enhetschef hemtjänst.',
}
const start: Field = { type: 'date', key: 'start', label: 'Startar', most: [{ field: 'klart' }] }
const due: Field = { type: 'date', key: 'klart', label: 'Klart senast' }
const effect: Field = { type: 'text', key: 'effekt', label: 'Effekt', long: true }

/** Words of an åtgärd's status; the register and the follow-up of later years go by the keys. */
export const measureStatus: Field = {
  type: 'choice',
  key: 'status',
  label: 'Status',
  options: [
    { key: 'ej-paborjad', label: 'Ej påbörjad', sign: 'waiting' },
    { key: 'pagaende', label: 'Pågående', sign: 'warning' },
    { key: 'klar', label: 'Klar', sign: 'good' },
    { key: 'avbruten', label: 'Avbruten', sign: 'bad' },
  ],
}

const done = { field: 'status', is: ['klar'], level: 'warning' as const }

/** What came of the åtgärd; the register shows the three together. */
const result: Field = {
  type: 'choice',
  key: 'resultat',
  label: 'Resultat',
  hint: 'Fylls i när åtgärden följs upp.',
  required: done,
  options: [
    { key: 'uppnadd', label: 'Uppnådd effekt', sign: 'good' },
    { key: 'delvis', label: 'Delvis uppnådd effekt', sign: 'warning' },
    { key: 'ej', label: 'Ej uppnådd effekt', sign: 'bad' },
  ],
}
const followedUp: Field = { type: 'date', key: 'uppfoljd', label: 'Uppföljd' }
const followUpText: Field = { type: 'text', key: 'uppfoljning', label: 'Uppföljning', long: true }

/** In print the three stand in one column, and nowhere where nothing has been followed up. */
export const followUpColumn: NonNullable<RowKindInput['together']> = [
  { label: 'Uppföljning', of: ['resultat', 'uppfoljd', 'uppfoljning'] },
]

/** An åtgärd that is to come: who, when and how far. Every kind of row with `measure: true` has these keys. */
export const plannedMeasure: Field[] = [
  description,
  { ...role, required: true },
  start,
  { ...due, required: true },
  { ...measureStatus, required: true },
  result,
  { ...followedUp, required: done },
  { ...followUpText, required: done },
]

/** An åtgärd that has been taken. */
export const takenMeasure: Field[] = [
  description,
  role,
  { ...due, label: 'Genomförd', required: true },
  { ...measureStatus, required: true },
  effect,
  result,
  followedUp,
  followUpText,
]
