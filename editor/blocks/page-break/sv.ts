export const sv = { label: 'Sidbrytning' }
