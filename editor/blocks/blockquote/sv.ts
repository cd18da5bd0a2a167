export const sv = { label: 'Citat' }
