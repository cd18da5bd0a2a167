export const sv = {
  close: 'Stäng',
  loading: 'Laddar…',
  required: 'måste fyllas i',
  notifications: 'Meddelanden ({hotkey})',
  notification: 'Meddelande',
  error: 'Fel:',
  more: (count: number) => `och ${count} till`,
}
