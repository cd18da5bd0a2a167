/** Keys of templates/shared/measure.ts that the register changes; the åtgärd's own words are changed in the report. */
const EDITABLE = ['ansvarig', 'klart', 'status'] as const

export type EditableKey = (typeof EDITABLE)[number]

export const isEditable = (key: unknown): key is EditableKey => EDITABLE.some(one => one === key)
