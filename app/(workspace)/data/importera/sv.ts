export const sv = {
  title: 'Importera siffror',
  description: 'Först visas vad som skulle ändras. Inget sparas förrän du har granskat och godkänt det.',
  source: {
    label: 'Källa',
    recognise: 'Känn igen källan av rubrikerna',
    hint: 'Känns filen inte igen får du peka ut kolumnerna. Det behövs en gång per slags fil.',
    columns: (columns: string[]) =>
      `Filen brukar ha kolumnerna ${columns.map(column => column.replace('{period}', 'ÅÅÅÅ')).join(', ')}. Ordningen är fri.`,
  },
  how: { label: 'Hur kommer siffrorna?', file: 'Som en fil', paste: 'Klistras in från Excel' },
  file: {
    label: 'Fil',
    hint: 'Excel (.xlsx) eller CSV, högst 128 MB. Decimalkomma och decimalpunkt går bra, liksom flera blad.',
    required: 'Välj en fil.',
    tooLarge: 'Filen är större än 128 MB. Dela upp den eller ta bort kolumner som inte behövs.',
  },
  paste: {
    label: 'Tabell',
    hint: 'Markera tabellen med sina rubriker i Excel, kopiera och klistra in här.',
    required: 'Klistra in en tabell.',
  },
  submit: 'Granska siffrorna',
  cancel: 'Avbryt',
  failed: 'Det gick inte att läsa siffrorna',
  uploading: (share: number) => `Skickar filen, ${Math.round(share * 100)} %`,
  reading: 'Läser filen…',
  noAnswer: 'Servern svarade inte. Kontrollera nätet och försök igen.',
  notAllowedTitle: 'Du kan inte importera siffror',
  notAllowedText: 'Din roll ger inte den rätten. Kontakta administratören om du behöver den.',
}
