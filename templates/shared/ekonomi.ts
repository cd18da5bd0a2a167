import type { Field } from '#editor/core/structure/field.ts'
import type { RowKindInput } from './as-written.ts'

const amount = (key: string, label: string): Field => ({ type: 'number', key, label, unit: 'tkr', decimals: 0 })
const deviation = (of: [string, string]): Field => ({
  type: 'computed',
  key: 'avvikelse',
  label: 'Avvikelse',
  unit: 'tkr',
  decimals: 0,
  compute: { by: 'difference', of },
})

/** Budget and outcome so far, costs positive. */
export const economy: RowKindInput = {
  key: 'ekonomi',
  one: 'verksamhet',
  many: 'verksamheter',
  heading: 'Budget och utfall',
  fields: [
    { type: 'text', key: 'verksamhet', label: 'Verksamhet', required: true },
    { type: 'text', key: 'grupp', label: 'Grupp', hint: 'Rader med samma grupp får en delsumma.' },
    { ...amount('budget', 'Budget'), required: true },
    { ...amount('utfall', 'Utfall'), required: true },
    deviation(['budget', 'utfall']),
    amount('prognos', 'Prognos: avvikelse för helåret'),
  ],
  groups: { by: 'grupp' },
  sums: ['budget', 'utfall', 'avvikelse', 'prognos'],
  note: 'Tusental kronor (tkr) för perioden. Nettokostnader anges som positiva tal. Avvikelse är budget minus utfall: minus betyder att det har kostat mer än budget. Prognosen är väntad avvikelse för helåret, med samma tecken.',
}

/** The same by kind of revenue and cost, costs negative: in this table the signs are those of the accounts. */
export const accounts: RowKindInput = {
  key: 'resultatrad',
  one: 'rad',
  many: 'rader',
  heading: 'Intäkter och kostnader',
  fields: [
    { type: 'text', key: 'verksamhet', label: 'Verksamhet', required: true },
    { type: 'text', key: 'post', label: 'Post', required: true, hint: 'Intäkter, personalkostnader, lokalkostnader.' },
    amount('utfall-foregaende-ar', 'Utfall {år-1}'),
    amount('budget', 'Budget {år}'),
    amount('utfall', 'Utfall {år}'),
    deviation(['utfall', 'budget']),
  ],
  groups: { by: 'verksamhet' },
  sums: ['utfall-foregaende-ar', 'budget', 'utfall', 'avvikelse'],
  note: 'Tusental kronor (tkr) för perioden. Intäkter är positiva och kostnader negativa. Avvikelse är utfall minus budget: minus betyder sämre än budget.',
}
