export const sv = { label: 'Brödtext' }
