/** Words that the forms of all data blocks share. */
export const sv = {
  description: 'Siffrorna hämtas från källan och uppdateras när nya siffror importeras.',
  loading: 'Hämtar indikatorer…',
  none: 'Det finns inga indikatorer än. Importera siffror under Data först.',
  source: 'Källa',
  indicators: 'Indikatorer',
  noArea: 'Övriga',
  all: 'Välj alla',
  clear: 'Rensa valet',
  indicatorsError: 'Välj minst en indikator.',
  tooMany: (most: number) => `Välj högst ${most} indikatorer.`,
  year: 'År',
  yearHint: (years: string, newest: string | null) => {
    if (years) return `Källan har resultat för ${years}.`
    return newest
      ? `Källan har inga resultat för hela år. De senaste är för ${newest}: välj del av året under ”Fler val”.`
      : 'Källan har inga resultat än.'
  },
  yearError: 'Skriv ett årtal med fyra siffror.',
  caption: 'Rubrik',
  captionHint: 'Rubriken läses upp och visas ovanför.',
  captionError: 'Skriv en rubrik. Den läses upp och visas ovanför.',
  more: 'Fler val',
  part: 'Del av året',
  wholeYear: 'Hela året',
  partGroups: { halves: 'Halvår', thirds: 'Tertial', quarters: 'Kvartal', months: 'Månad', upTo: 'Från januari' },
  order: 'Ordning',
  moveUp: (name: string) => `Flytta upp ${name}`,
  moveDown: (name: string) => `Flytta ner ${name}`,
  moved: (name: string, place: number, of: number) => `${name} är nu nummer ${place} av ${of}.`,
  spread: 'Tidigare resultat',
  spreads: {
    year: 'Året före',
    years: (count: number) => `${count} år före`,
    months: 'Månaderna i perioden',
  },
  display: 'Belopp visas i',
  asStored: 'Som i källan',
  save: 'Spara ändringen',
  cancel: 'Avbryt',
}
