export const sv = {
  title: 'Importera CSV',
  description: 'Först visas vad som skulle ändras. Inget sparas förrän du har granskat och godkänt det.',
  source: {
    label: 'Källa',
    placeholder: 'Välj källa',
    required: 'Välj vilken källa filen kommer från.',
    columns: (columns: string[]) =>
      `Filen ska ha kolumnerna ${columns.map(column => column.replace('YYYY', 'ÅÅÅÅ')).join(', ')}. ÅÅÅÅ är ett årtal, och flera år får finnas. Ordningen är fri.`,
  },
  file: {
    label: 'Fil',
    hint: 'En CSV-fil på högst 64 MB. Semikolon, komma eller tabb mellan kolumnerna går bra, liksom decimalkomma och decimalpunkt.',
    required: 'Välj en fil.',
    tooLarge: 'Filen är större än 64 MB. Dela upp den eller ta bort kolumner som inte behövs.',
  },
  submit: 'Granska filen',
  cancel: 'Avbryt',
  failed: 'Filen gick inte att läsa',
  uploading: (share: number) => `Skickar filen, ${Math.round(share * 100)} %`,
  reading: 'Läser filen…',
  noAnswer: 'Servern svarade inte. Kontrollera nätet och försök igen.',
  notAllowedTitle: 'Du kan inte importera siffror',
  notAllowedText: 'Din roll ger inte den rätten. Kontakta administratören om du behöver den.',
}
