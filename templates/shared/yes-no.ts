import type { ChoiceOption } from '#editor/core/structure/field.ts'

export const yesNo: ChoiceOption[] = [
  { key: 'ja', label: 'Ja' },
  { key: 'nej', label: 'Nej' },
]

/** Whether something was done. */
export const done: ChoiceOption[] = [
  { key: 'ja', label: 'Ja', sign: 'good' },
  { key: 'delvis', label: 'Delvis', sign: 'warning' },
  { key: 'nej', label: 'Nej', sign: 'bad' },
]
