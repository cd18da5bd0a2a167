export const sv = {
  error: 'Fel:',
  close: 'Stäng',
}
