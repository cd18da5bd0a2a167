export const sv = { label: 'Fotnot', placeholder: 'Skriv noten här' }
