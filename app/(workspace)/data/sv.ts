const count = (value: number, one: string, many: string): string =>
  value === 1 ? `1 ${one}` : `${value.toLocaleString('sv-SE')} ${many}`

const values = (value: number): string => count(value, 'värde', 'värden')

export const sv = {
  title: 'Data',
  description: 'Siffrorna som rapporterna hämtar sina tabeller från. Varje värde har kvar vägen tillbaka till sin fil.',
  import: 'Importera CSV',
  differing: 'Siffror som skiljer sig',
  emptyTitle: 'Här finns inga siffror än',
  emptyText:
    'Importera en CSV-fil från ett kvalitetsregister eller avvikelsesystem, så kan rapporterna visa siffrorna.',
  emptyTextReader: 'När någon har importerat en fil visas siffrorna här.',
  imported: 'Importen är klar',
  importedText: (fileName: string, written: number) =>
    written === 0
      ? `Filen ${fileName} innehöll inga nya värden. Inget ändrades.`
      : `${values(written)} från filen ${fileName} är sparade. Öppna rapporter visar dem redan.`,
  table: {
    caption: (source: string) => `Senaste värden från ${source}`,
    indicator: 'Indikator',
    result: (year: number) => `Resultat ${year}`,
    target: (year: number) => `Mål ${year}`,
    origin: 'Hämtat från',
    /** Where the values of a row come from several files. */
    originOf: (values: string[], origin: string) => `${values.join(', ')}: ${origin}`,
    by: (date: string, name: string) => `${date}, ${name}`,
    missing: '–',
    missingLabel: 'uppgift saknas',
    n: (n: string) => `n = ${n}`,
    count: (shown: number, all: number) =>
      shown === all ? count(all, 'indikator', 'indikatorer') : `De ${shown} första av ${count(all, '', 'indikatorer')}`,
  },
  history: {
    title: 'Importer',
    caption: 'Importerade filer, den senaste först',
    empty: 'Ingen fil är importerad än.',
    when: 'När',
    source: 'Källa',
    file: 'Fil',
    who: 'Vem',
    written: 'Nya eller ändrade värden',
  },
}

export { count, values }
