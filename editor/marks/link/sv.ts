export const sv = {
  label: 'Länk',
  edit: 'Ändra länk',
  address: 'Adress',
  addressHint: 'Till exempel www.senioralert.se eller namn@kommun.se',
  addressError: 'Skriv en webbadress eller en e-postadress.',
  text: 'Länktext',
  textHint: 'Det som syns i rapporten. Skriv vart länken leder.',
  remove: 'Ta bort länken',
  save: 'Spara länken',
  cancel: 'Avbryt',
}
