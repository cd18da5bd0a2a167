export const sv = { label: 'Kursiv' }
