import { sourceName } from '#editor/core/source-name.ts'
import {
  AlreadyImportedError,
  CsvSyntaxError,
  DraftGoneError,
  FileTooLargeError,
  ImportHasErrorsError,
  NotCsvError,
  type NotCsvReason,
  UnknownSourceError,
} from './errors.ts'
import type { ErrorCode, ImportNotice, ImportProblem, NoticeCode } from './import/problem.ts'
import { sourceIds } from './sources/index.ts'

const count = (value: number, one: string, many: string): string =>
  value === 1 ? `1 ${one}` : `${value.toLocaleString('sv-SE')} ${many}`

/** What is wrong and what to do. `value` is the problem's. */
const ERRORS: Record<ErrorCode, (value: string) => string> = {
  'missing-column': () => 'Kolumnen finns inte i filen. Kontrollera rubrikerna på första raden.',
  'no-year-column': () =>
    'Ingen kolumn har värden för ett år. Skriv årtalet sist i rubriken, till exempel resultat_2023.',
  'duplicate-column': () => 'Två kolumner har samma rubrik. Ta bort eller byt namn på den ena.',
  'future-year': year => `Kolumnen har resultat för ${year}, ett år som inte har varit än. Rätta årtalet i rubriken.`,
  'no-rows': () => 'Under rubrikerna finns inga rader. Kontrollera att hela filen hämtades.',
  'broken-quotes': () =>
    'Ett citattecken saknas eller står fel, så det går inte att se var cellen slutar. Resten av filen är inte läst.',
  'row-too-long': () => 'Raden är orimligt lång. Kontrollera radbrytningarna. Resten av filen är inte läst.',
  'cell-count': () =>
    'Raden har inte lika många celler som rubriken. Står ett decimalkomma eller ett komma i texten utan citattecken?',
  'missing-key': () => 'Namnet saknas, så värdena hör inte till någon indikator. Fyll i det eller ta bort raden.',
  'key-too-long': () => 'Namnet är längre än 200 tecken. Korta det.',
  'damaged-text': () =>
    'Namnet går inte att läsa. Tecken kan ha skadats när filen sparades. Spara den på nytt som CSV UTF-8.',
  'duplicate-row': line => `Samma indikator står redan på rad ${line}. Ta bort en av raderna.`,
  'wrong-unit': () => 'Enheten är en annan än den som källan har. Kontrollera kolumnen och värdet.',
  'not-a-number': () => 'Det här är inget tal. Skriv siffror, eller lämna cellen tom om uppgiften saknas.',
  'mixed-decimals': () => 'De flesta tal i filen har ett annat decimaltecken. Använd samma i hela filen.',
  'not-an-integer': () =>
    'Ett antal är alltid ett helt tal. Rätta talet, eller kontrollera att det står i rätt kolumn.',
  'out-of-range': () => 'En andel är mellan 0 och 100 procent. Rätta talet, eller kontrollera att det är en andel.',
  negative: () => 'Ett antal kan inte vara mindre än noll. Rätta talet.',
  'zero-denominator': () => 'n är 0, och då finns ingen andel. Lämna resultat och n tomma om uppgiften saknas.',
}

const NOTICES: Record<NoticeCode, (notice: ImportNotice) => string> = {
  'encoding-windows-1252': () => 'Filen är sparad i den äldre teckenkodningen Windows-1252 och har tolkats efter den.',
  'unknown-column': ({ column }) => `Kolumnen ${column} hör inte till källan. Den importeras inte.`,
  'unused-column': ({ column }) => `Kolumnen ${column} hör inte ihop med något resultat i filen. Den importeras inte.`,
  suppressed: ({ column, count: cells, value }) =>
    `I kolumnen ${column} är ${count(cells, 'cell dold', 'celler dolda')} av källan (”${value}”). Uppgiften räknas som saknad.`,
  'other-source': ({ value }) => `Rubrikerna är de som ${sourceName(value)} har. Är källan rätt vald?`,
  'looks-like-fractions': () =>
    'Alla andelar är högst 1. Om 0,96 betyder 96 procent ska filen ha 96. Kontrollera det innan du importerar.',
}

const NOT_CSV: Record<NotCsvReason, string> = {
  empty: 'Filen är tom. Hämta den på nytt från systemet.',
  spreadsheet:
    'Filen är ett kalkylark, inte en CSV-fil. Öppna den i Excel, välj Spara som och formatet CSV UTF-8, och välj sedan den nya filen.',
  zip: 'Filen är ett komprimerat arkiv (zip). Packa upp det och välj CSV-filen som ligger i det.',
  pdf: 'Filen är en PDF. Hämta siffrorna som CSV-fil från systemet i stället.',
  html: 'Filen är en webbsida. Kanske sparades inloggningssidan i stället för filen. Hämta den på nytt som CSV.',
  binary: 'Filen innehåller inte text, så den är ingen CSV-fil. Kontrollera att du valde rätt fil.',
  'one-column':
    'Första raden har bara en kolumn. Den ska innehålla rubrikerna, skilda åt med semikolon, komma eller tabb.',
}

/** Codes whose value the sentence itself says. */
const VALUE_IN_TEXT: ErrorCode[] = ['duplicate-row', 'future-year']

/** What is wrong in a row or cell, and what to do. */
export const problemText = ({ code, value }: ImportProblem): string => ERRORS[code](value)

export const noticeText = (notice: ImportNotice): string => NOTICES[notice.code](notice)

/** What the file says there, or "" where {@link problemText} says it. */
export const problemCell = ({ code, value }: ImportProblem): string => (VALUE_IN_TEXT.includes(code) ? '' : value)

/** The same as a sentence, for where there is no column for it. */
export function problemCellText(problem: ImportProblem): string {
  const cell = problemCell(problem)
  return cell && `Där står ”${cell}”.`
}

/** The column, with the year of one that is missing as Swedes write it: "resultat_ÅÅÅÅ". "" for the whole row. */
export const problemColumn = ({ column }: ImportProblem): string => column.replace('YYYY', 'ÅÅÅÅ')

/** How many problems follow those that are listed. */
export const moreProblemsText = (more: number): string => `och ${more.toLocaleString('sv-SE')} fel till.`

/** Swedish for the errors that imports throw: what happened and what to do. Null for every other error. */
export function importErrorText(error: unknown): string | null {
  if (error instanceof NotCsvError) return NOT_CSV[error.reason]
  if (error instanceof CsvSyntaxError) return `Rad ${error.line.toLocaleString('sv-SE')}: ${ERRORS[error.code]('')}`
  if (error instanceof FileTooLargeError)
    return `Filen är större än ${error.limit / 2 ** 20} MB. Dela upp den eller ta bort kolumner som inte behövs.`
  if (error instanceof UnknownSourceError) return `Källan finns inte. De som finns är ${sourceIds.join(', ')}.`
  if (error instanceof DraftGoneError)
    return 'Filen väntar inte längre på att importeras. Den är redan importerad, avbruten eller äldre än ett dygn. Välj filen igen om du vill importera den.'
  if (error instanceof AlreadyImportedError) return 'Samma fil är redan importerad, och den skulle inte ändra något.'
  if (error instanceof ImportHasErrorsError)
    return `Filen har ${error.errorCount.toLocaleString('sv-SE')} fel och kan inte importeras. Rätta den och välj den igen.`
  return null
}
