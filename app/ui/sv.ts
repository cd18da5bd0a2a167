export const sv = {
  close: 'Stäng',
  notifications: 'Meddelanden ({hotkey})',
  notification: 'Meddelande',
  more: (count: number) => `och ${count} till`,
}
