export const sv = { label: 'Kommentera' }
