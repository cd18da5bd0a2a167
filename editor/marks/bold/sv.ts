export const sv = { label: 'Fetstil' }
