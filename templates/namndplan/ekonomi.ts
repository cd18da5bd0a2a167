import type { Field } from '#editor/core/structure/field.ts'
import type { RowKindInput } from '../shared/as-written.ts'

const amount = (key: string, label: string): Extract<Field, { type: 'number' }> => ({
  type: 'number',
  key,
  label,
  unit: 'tkr',
  decimals: 0,
})

/**
 * Costs positive. The ram is what fullmäktige gives, net; costs and revenues are the nämnd's way to stay within it, and
 * are left out where the nämnd decides on the ram alone.
 */
const budget = (
  cost: string,
  revenue: string,
): Pick<RowKindInput, 'fields' | 'sums' | 'groups' | 'note' | 'least'> => ({
  fields: [
    { type: 'text', key: 'post', label: 'Post', required: true },
    { type: 'text', key: 'grupp', label: 'Grupp', hint: 'Poster med samma grupp får en delsumma.' },
    { ...amount('kostnader', cost), min: 0 },
    { ...amount('intakter', revenue), min: 0, hint: 'Finns inga: skriv 0.' },
    {
      type: 'computed',
      key: 'netto',
      label: 'Netto',
      unit: 'tkr',
      decimals: 0,
      compute: { by: 'difference', of: ['kostnader', 'intakter'] },
    },
    { ...amount('belopp', 'Budgetram {år}'), required: true },
  ],
  groups: { by: 'grupp' },
  sums: ['kostnader', 'intakter', 'netto', 'belopp'],
  note: `Tusental kronor (tkr). ${cost} och ${revenue.toLowerCase()} anges som positiva tal. Netto är ${cost.toLowerCase()} minus ${revenue.toLowerCase()}. Budgetramen är netto.`,
  least: 1,
})

export const operating: RowKindInput = {
  key: 'driftbudget',
  one: 'post',
  many: 'poster',
  heading: 'Driftbudget',
  ...budget('Kostnader', 'Intäkter'),
}

export const investments: RowKindInput = {
  key: 'investeringsbudget',
  one: 'post',
  many: 'poster',
  heading: 'Investeringsbudget',
  ...budget('Utgifter', 'Inkomster'),
}

/** Two years before the plan and its four years: a goal of economy is followed all the way. */
export const economyGoal: RowKindInput = {
  key: 'ekonomimal',
  one: 'ekonomimål',
  many: 'ekonomimål',
  heading: 'Ekonomimål',
  fields: [
    { type: 'text', key: 'mal', label: 'Mål', required: true },
    { type: 'text', key: 'indikator', label: 'Indikator', required: true },
    { type: 'text', key: 'kolada-id', label: 'Kolada-id', internal: true },
    { type: 'text', key: 'enhet', label: 'Enhet', required: true },
    { type: 'number', key: 'malvarde', label: 'Målvärde' },
    { type: 'number', key: 'utfall-tva-ar-fore', label: 'Utfall {år-2}' },
    { type: 'number', key: 'utfall-aret-fore', label: 'Utfall {år-1}' },
    { type: 'number', key: 'utfall-ar-1', label: 'Utfall {år}' },
    { type: 'number', key: 'utfall-ar-2', label: 'Utfall {år+1}' },
    { type: 'number', key: 'utfall-ar-3', label: 'Utfall {år+2}' },
    { type: 'number', key: 'utfall-ar-4', label: 'Utfall {år+3}' },
  ],
}
