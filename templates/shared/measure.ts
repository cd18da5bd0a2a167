import type { Field } from '#editor/core/structure/field.ts'

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

/** An åtgärd that is to come: who, when and how far. Every kind of row with `measure: true` has these keys. */
export const plannedMeasure: Field[] = [
  description,
  { ...role, required: true },
  start,
  { ...due, required: true },
  { ...measureStatus, required: true },
]

/** An åtgärd that has been taken. */
export const takenMeasure: Field[] = [
  description,
  role,
  { ...due, label: 'Genomförd', required: true },
  { ...measureStatus, required: true },
  effect,
]
