import type { NotCsvReason } from '#server/indicators/errors.ts'

const count = (value: number, one: string, many: string): string =>
  value === 1 ? `1 ${one}` : `${value.toLocaleString('sv-SE')} ${many}`

const values = (value: number): string => count(value, 'värde', 'värden')

export const sv = {
  title: 'Data',
  description: 'Siffrorna som rapporterna hämtar sina tabeller från. Varje värde har kvar vägen tillbaka till sin fil.',
  import: 'Importera CSV',
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
    file: (fileName: string) => `Filen ${fileName}`,
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
  /** By code of the error. */
  errors: {
    'draft-gone':
      'Filen väntar inte längre på att importeras. Den är redan importerad, avbruten eller äldre än ett dygn. Välj filen igen om du vill importera den.',
    'already-imported': 'Samma fil är redan importerad, och den skulle inte ändra något.',
    'import-has-errors': 'Filen har fel och kan inte importeras. Rätta den och välj den igen.',
    'unknown-source': 'Källan finns inte. Välj en källa i listan.',
    'file-too-large': 'Filen är större än 64 MB. Dela upp den eller ta bort kolumner som inte behövs.',
  } as Record<string, string>,
  /** What the file is, where it is no CSV, and what to do. */
  notCsv: {
    empty: 'Filen är tom. Hämta den på nytt från systemet.',
    spreadsheet:
      'Filen är ett kalkylark, inte en CSV-fil. Öppna den i Excel, välj Spara som och formatet CSV UTF-8, och välj sedan den nya filen.',
    zip: 'Filen är ett komprimerat arkiv (zip). Packa upp det och välj CSV-filen som ligger i det.',
    pdf: 'Filen är en PDF. Hämta siffrorna som CSV-fil från systemet i stället.',
    html: 'Filen är en webbsida. Kanske sparades inloggningssidan i stället för filen. Hämta den på nytt som CSV.',
    binary: 'Filen innehåller inte text, så den är ingen CSV-fil. Kontrollera att du valde rätt fil.',
    'one-column':
      'Första raden har bara en kolumn. Den ska innehålla rubrikerna, skilda åt med semikolon, komma eller tabb.',
  } satisfies Record<NotCsvReason, string>,
}

export { count, values }
