import type { ErrorCode, NoticeCode } from '#server/indicators/import/problem.ts'
import { count, values } from '../../sv.ts'

const cells = (number: number): string => count(number, 'cell', 'celler')

interface ProblemFacts {
  /** What the file says there; of `duplicate-row` the line of the first row. */
  value: string
}

interface NoticeFacts {
  count: number
  column: string
  /** Of `other-source`: the name of the source that the file seems to be of. */
  value: string
}

export const sv = {
  title: 'Granska importen',
  reading: 'Läser filen och jämför med det som är sparat…',
  file: (source: string, fileName: string) => `${source}, filen ${fileName}`,
  ready: {
    title: 'Filen går att importera',
    text: (added: number, changed: number) => {
      if (added + changed === 0) return 'Alla värden i filen är redan sparade. Importen ändrar inget.'
      const parts = [
        added > 0 && `sparar ${count(added, 'nytt värde', 'nya värden')}`,
        changed > 0 && `ändrar ${values(changed)}`,
      ]
      return `Importen ${parts.filter(Boolean).join(' och ')}.`
    },
  },
  refused: {
    title: 'Filen kan inte importeras än',
    text: (errors: number) =>
      `Den har ${count(errors, 'fel', 'fel')}. Rätta i källsystemet eller i filen och välj den sedan igen. Inget har sparats.`,
  },
  duplicate: {
    title: 'Filen är redan importerad',
    refused: (date: string, name: string) => `${name} importerade den ${date}, och alla värden är redan sparade.`,
    allowed: (date: string, name: string) =>
      `${name} importerade samma fil ${date}. Värden har ändrats sedan dess. Importen ändrar tillbaka dem.`,
  },
  gone: 'Det finns ingen fil att granska',
  summary: {
    title: 'Sammanfattning',
    rows: 'Rader i filen',
    added: 'Nya värden',
    changed: 'Ändrade värden',
    unchanged: 'Oförändrade värden',
    missing: 'Uppgift saknas',
  },
  import: 'Importera',
  importing: 'Importerar…',
  cancel: 'Avbryt',
  another: 'Välj en annan fil',
  failed: 'Inget importerades',
  firstOf: (shown: number, all: number) => `De ${shown} första av ${count(all, '', 'visas')}.`,
  problems: {
    title: 'Fel i filen',
    line: 'Rad',
    column: 'Kolumn',
    problem: 'Vad som är fel',
    value: 'Så står det',
    wholeRow: 'Hela raden',
  },
  changes: {
    title: 'Värden som ändras',
    additions: 'Nya värden',
    indicator: 'Indikator',
    what: 'Avser',
    old: 'Nu',
    new: 'Blir',
    n: 'n',
    result: (period: string) => `Resultat ${period}`,
    target: (period: string) => `Mål ${period}`,
    missing: 'saknas',
  },
  newIndicators: 'Nya indikatorer',
  newIndicatorsText: 'De här finns inte sedan tidigare. Kontrollera att namnen inte är stavade på ett nytt sätt.',
  absent: 'Finns inte i filen',
  absentText: 'De här indikatorerna har värden sedan tidigare. De behåller dem.',
  notices: 'Att känna till',
  /** What is wrong and what to do, by code of the error. */
  errorTexts: {
    'missing-column': () => 'Kolumnen finns inte i filen. Kontrollera rubrikerna på första raden.',
    'no-year-column': () =>
      'Ingen kolumn med värden för ett år finns. Lägg till årtalet i rubriken, till exempel 2023.',
    'duplicate-column': () => 'Två kolumner har samma rubrik. Ta bort den ena.',
    'future-year': ({ value }) =>
      `Kolumnen har resultat för ${value}, ett år som inte har varit än. Rätta årtalet i rubriken.`,
    'no-rows': () => 'Under rubrikerna finns inga rader. Kontrollera att hela filen hämtades.',
    'broken-quotes': () =>
      'Ett citattecken saknas eller står fel, så det går inte att se var cellen slutar. Resten av filen är inte läst.',
    'row-too-long': () => 'Raden är orimligt lång. Resten av filen är inte läst.',
    'cell-count': () =>
      'Raden har inte lika många celler som rubriken. Står ett decimalkomma eller ett komma i texten utan citattecken?',
    'missing-key': () => 'Namnet saknas, så värdena hör inte till någon indikator. Fyll i det eller ta bort raden.',
    'key-too-long': () => 'Namnet är längre än 200 tecken. Korta det.',
    'damaged-text': () =>
      'Namnet går inte att läsa. Tecken kan ha skadats när filen sparades. Spara den på nytt som CSV UTF-8.',
    'duplicate-row': ({ value }) => `Samma indikator står redan på rad ${value}. Ta bort en av raderna.`,
    'wrong-unit': () => 'Enheten är en annan än den som källan har. Kontrollera kolumnen och värdet.',
    'not-a-number': () => 'Det här är inget tal. Skriv siffror, eller lämna cellen tom om uppgiften saknas.',
    'mixed-decimals': () => 'De flesta tal i filen har ett annat decimaltecken. Använd samma i hela filen.',
    'not-an-integer': () => 'Ett antal ska vara ett helt tal.',
    'out-of-range': () => 'En andel ska vara mellan 0 och 100 procent.',
    negative: () => 'Ett antal kan inte vara mindre än noll.',
    'zero-denominator': () => 'n är 0, och då finns ingen andel. Lämna resultat och n tomma om uppgiften saknas.',
  } satisfies Record<ErrorCode, (facts: ProblemFacts) => string>,
  noticeTexts: {
    'encoding-windows-1252': () =>
      'Filen har äldre teckenkodning (Windows-1252). Kontrollera att å, ä och ö ser rätt ut nedan.',
    'unknown-column': ({ column }) => `Kolumnen ${column} hör inte till källan. Den importeras inte.`,
    'unused-column': ({ column }) =>
      `Kolumnen ${column} hör inte ihop med något resultat i filen. Den importeras inte.`,
    suppressed: ({ column, count }) =>
      `I kolumnen ${column} är ${cells(count)} dolda av källan, till exempel ”<5”. De blir ”uppgift saknas”.`,
    'other-source': ({ value }) => `Rubrikerna är de som ${value} har. Valde du rätt källa?`,
    'looks-like-fractions': () =>
      'Alla andelar är högst 1. Om 0,96 betyder 96 procent ska filen ha 96. Importera inte förrän du har kontrollerat det.',
  } satisfies Record<NoticeCode, (facts: NoticeFacts) => string>,
}
