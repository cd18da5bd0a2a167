export const sv = { heading: 'Rubrik', subheading: 'Underrubrik' }
