export const sv = {
  close: 'Stäng',
  noAnswer:
    'Servern svarade inte, så det går inte att säga om det blev gjort. Ladda om sidan och se efter innan du försöker igen.',
  notifications: 'Meddelanden ({hotkey})',
  notification: 'Meddelande',
  more: (count: number) => `och ${count} till`,
}
