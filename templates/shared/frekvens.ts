import type { Field } from '#editor/core/structure/field.ts'

/** How often something is controlled. The figure in the key is the number of times in a year. */
export const frequency: Field = {
  type: 'choice',
  key: 'frekvens',
  label: 'Frekvens',
  carried: true,
  options: [
    { key: '1-per-ar', label: 'En gång per år' },
    { key: '2-per-ar', label: 'Två gånger per år' },
    { key: '3-per-ar', label: 'Tre gånger per år' },
    { key: '4-per-ar', label: 'Fyra gånger per år' },
    { key: '6-per-ar', label: 'Varannan månad' },
    { key: '12-per-ar', label: 'En gång i månaden' },
    { key: '52-per-ar', label: 'En gång i veckan' },
    { key: 'lopande', label: 'Löpande' },
  ],
}
