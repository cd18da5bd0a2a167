export const sv = { bullet: 'Punktlista', ordered: 'Numrerad lista' }
