export const sv = {
  error: 'Fel:',
  close: 'Stäng',
  retry: 'Försök igen',
}
