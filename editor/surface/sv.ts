/** Words of the editor that belong to no single part of it. */
export const sv = {
  cancel: 'Avbryt',
  save: 'Spara',
  noContact: 'Det gick inte att nå servern. Kontrollera din uppkoppling och försök igen.',
  serverError: 'Något gick fel på servern. Försök igen.',
  sections: 'Avsnitt',
  sectionName: (number: string, heading: string) => `${number} ${heading}`,
  you: 'du',
  valueChanged: (name: string, before: string, after: string) =>
    `Värdet ändrades: ${name}, från ${before} till ${after}.`,
  valuesChanged: (count: number) => `${count} värden ändrades i tabellerna.`,
  missingValue: 'uppgift saknas',
  undoFailed: {
    title: 'Det steget går inte att ta tillbaka',
    text: 'Någon annan har tagit bort det som det hörde till. Texten är som den var. Den tidigare finns i historiken.',
  },
  came: (names: string) => `${names} öppnade rapporten.`,
  went: (names: string) => `${names} lämnade rapporten.`,
  imagesNotBrought: {
    title: (count: number) => (count === 1 ? 'En bild följde inte med' : `${count} bilder följde inte med`),
    text: 'Den hör till en annan rapport och gick inte att hämta därifrån. Spara bilden som fil och lägg in den med knappen Bild.',
    nothing: 'Inget klistrades in. Bilderna hann inte hämtas innan avsnittet stängdes. Klistra in igen.',
  },
  imagesDropped: {
    title: (count: number) => (count === 1 ? 'En bild följde inte med' : `${count} bilder följde inte med`),
    text: 'Spara bilden som fil och lägg in den med knappen Bild. Då får den också en alternativtext.',
  },
}

const list = new Intl.ListFormat('sv')

/** "MAS, MAR och Ekonom" */
export const listOf = (words: string[]): string => list.format(words)
