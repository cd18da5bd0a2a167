import {
  AlreadyImportedError,
  AlreadyUndoneError,
  CsvSyntaxError,
  DraftGoneError,
  FileTooLargeError,
  ImportHasErrorsError,
  InvalidLayoutError,
  NoLayoutError,
  NotATableError,
  type NotATableReason,
  PersonDataError,
  UnknownSourceError,
} from './errors.ts'
import type { ErrorCode, ImportNotice, ImportProblem, NoticeCode, ProblemList } from './import/problem.ts'
import { REPEATED } from './import/repeated-rows.ts'

const count = (value: number, one: string, many: string): string =>
  value === 1 ? `1 ${one}` : `${value.toLocaleString('sv-SE')} ${many}`

/** What is wrong and what to do. `value` is the problem's. */
const ERRORS: Record<ErrorCode, (value: string) => string> = {
  'missing-column': () => 'Kolumnen finns inte i filen. Kontrollera rubrikerna.',
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
  'not-yes-or-no': () => 'Här ska det stå ja eller nej.',
  'not-a-gender': () => 'Det här är inget kön. Skriv kvinnor, män eller totalt.',
  'not-a-period': () =>
    'Det här är ingen period. Skriv till exempel 2023, 2023-11, nov 2023 eller kvartal 2 2023. En enda dag är ingen period.',
  'missing-period': () => 'Värdet har ingen period, så det går inte att veta när det gäller. Fyll i perioden.',
  'no-period': () => 'Filen säger inte vilken period kolumnen gäller. Ange den när du väljer hur filen läses.',
  'same-value-column': first =>
    `Kolumnen säger samma sak som ${first} om samma period. Välj vilken av dem som ska importeras.`,
  'no-header': () => 'Bladet är tomt. Kontrollera att rätt blad är valt.',
  'zero-denominator': () => 'n är 0, och då finns ingen andel. Lämna resultat och n tomma om uppgiften saknas.',
}

const NOTICES: Record<NoticeCode, (notice: ImportNotice) => string> = {
  'encoding-windows-1252': () => 'Filen är sparad i den äldre teckenkodningen Windows-1252 och har tolkats efter den.',
  'unknown-column': ({ column }) => `Kolumnen ${column} hör inte till källan. Den importeras inte.`,
  'unused-column': ({ column }) => `Kolumnen ${column} hör inte ihop med något resultat i filen. Den importeras inte.`,
  suppressed: ({ column, count: cells, value }) =>
    `I kolumnen ${column} är ${count(cells, 'cell dold', 'celler dolda')} av källan (”${value}”). Uppgiften visas som dold, aldrig som noll.`,
  'other-source': ({ value }) => `Rubrikerna är de som ${value} har. Är källan rätt vald?`,
  'skipped-sum': ({ count: rows, value }) =>
    `${count(rows, 'summarad importeras', 'summarader importeras')} inte (”${value}”${rows > 1 ? ' med flera' : ''}).`,
  'text-row': ({ count: rows, line, value }) =>
    `${count(rows, 'rad med bara text importeras', 'rader med bara text importeras')} inte (rad ${line}: ”${value}”).`,
  'hidden-sheet': ({ value }) => `Bladet ${value} är dolt i arbetsboken. Det importeras bara om du väljer det.`,
  'hidden-row': ({ count: rows, line }) =>
    `${count(rows, 'rad som är dold i arbetsboken är med', 'rader som är dolda i arbetsboken är med')} (den första är rad ${line}). Ta bort dem i filen om de inte ska importeras.`,
  'one-of-several-sheets': ({ value }) => `Arbetsboken har flera blad. Bara ${value} importeras.`,
  macros: () => 'Arbetsboken har makron. De har inte körts och påverkar inte värdena.',
  'looks-like-fractions': () =>
    'Alla andelar är högst 1. Om 0,96 betyder 96 procent ska filen ha 96. Kontrollera det innan du importerar.',
}

const NOT_A_TABLE: Record<NotATableReason, string> = {
  empty: 'Filen är tom. Hämta den på nytt från systemet.',
  zip: 'Filen är ett komprimerat arkiv (zip), ingen tabell. Packa upp det och välj Excel- eller CSV-filen som ligger i det.',
  pdf: 'Filen är en PDF. Hämta siffrorna som Excel- eller CSV-fil från systemet i stället.',
  html: 'Filen är en webbsida. Kanske sparades inloggningssidan i stället för filen. Hämta den på nytt som Excel eller CSV.',
  binary: 'Filen är varken ett kalkylblad eller text. Kontrollera att du valde rätt fil.',
  'old-excel':
    'Filen är en arbetsbok från Excel 97–2003 (.xls). Öppna den i Excel, välj Spara som och formatet Excel-arbetsbok (.xlsx).',
  'binary-excel':
    'Filen är en binär arbetsbok (.xlsb). Öppna den i Excel, välj Spara som och formatet Excel-arbetsbok (.xlsx).',
  opendocument:
    'Filen är ett kalkylark i OpenDocument-format (.ods). Öppna det och spara det som Excel-arbetsbok (.xlsx).',
  encrypted: 'Filen är skyddad med lösenord. Öppna den, ta bort lösenordet och spara den på nytt.',
  'broken-archive': 'Arbetsboken är skadad och går inte att öppna. Hämta eller spara den på nytt.',
  'broken-workbook': 'Arbetsboken är skadad: en del av den går inte att läsa. Öppna den i Excel och spara den på nytt.',
  'too-much-inside':
    'Arbetsboken innehåller mycket mer än en tabell med siffror och läses inte. Kopiera bladet med siffrorna till en ny arbetsbok.',
  'too-wide': 'Bladet har fler än 500 kolumner. Kopiera de kolumner som behövs till en ny arbetsbok.',
  'no-such-sheet': 'Bladet finns inte i arbetsboken. Välj ett annat.',
  'one-column':
    'Första raden har bara en kolumn. Den ska innehålla rubrikerna, skilda åt med semikolon, komma eller tabb.',
}

/** Codes whose value the sentence itself says. */
const VALUE_IN_TEXT: ErrorCode[] = ['duplicate-row', 'future-year', 'same-value-column']

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
export const problemColumn = ({ column }: ImportProblem): string => column.replace('{period}', 'ÅÅÅÅ')

/** How many problems follow those that are listed. */
export const moreProblemsText = (more: number): string => `och ${more.toLocaleString('sv-SE')} fel till.`

const withCell = (problem: ImportProblem): string =>
  [problemText(problem), problemCellText(problem)].filter(Boolean).join(' ')

/** What is wrong with a row, where its number stands beside it. */
export function problemReason(problem: ImportProblem): string {
  const column = problemColumn(problem)
  return column ? `${column}: ${withCell(problem)}` : withCell(problem)
}

/** One problem as a line of text. */
export function problemLine(problem: ImportProblem): string {
  const column = problemColumn(problem)
  const place = `Rad ${problem.line.toLocaleString('sv-SE')}${column && `, ${column}`}`
  return `${place}: ${withCell(problem)}`
}

/** What an import's record says of the rows that it left out; null where it took all. */
export function rejectedText({ errors, errorCount, rejectedRows }: ProblemList): string | null {
  if (errorCount === 0) return null
  const more = errorCount - errors.length
  return [
    `${count(rejectedRows, 'rad importerades', 'rader importerades')} inte, eftersom den som importerade valde att ta med resten.`,
    ...errors.map(problemLine),
    ...(more > 0 ? [moreProblemsText(more)] : []),
    ...(errors.some(error => error.code === 'duplicate-row') ? [REPEATED] : []),
  ].join('\n')
}

function personDataText({ kind, place: { sheet, line, column } }: PersonDataError): string {
  if (line === 0)
    return 'Arbetsboken innehåller personnummer eller samordningsnummer utanför sina blad, i en pivottabell, en kommentar eller borttagna celler. Kopiera bladet med siffrorna till en ny arbetsbok och välj den. Inget av filen har sparats.'
  const where = [sheet && `bladet ${sheet}`, column && `kolumnen ${column}`, `rad ${line.toLocaleString('sv-SE')}`]
  const what = kind === 'person-number' ? 'personnummer eller samordningsnummer' : 'namn på personer'
  return `Filen innehåller ${what} (${where.filter(Boolean).join(', ')}). Siffrorna i rapporter gäller grupper, aldrig enskilda. Ta bort kolumnen och välj filen igen. Inget av filen har sparats.`
}

/** Swedish for the errors that imports throw: what happened and what to do. Null for every other error. */
export function importErrorText(error: unknown): string | null {
  if (error instanceof NotATableError) return NOT_A_TABLE[error.reason]
  if (error instanceof CsvSyntaxError) return `Rad ${error.line.toLocaleString('sv-SE')}: ${ERRORS[error.code]('')}`
  if (error instanceof FileTooLargeError)
    return `Filen är större än ${error.limit / 2 ** 20} MB. Dela upp den eller ta bort kolumner som inte behövs.`
  if (error instanceof PersonDataError) return personDataText(error)
  if (error instanceof UnknownSourceError) return 'Källan finns inte. Välj en annan.'
  if (error instanceof NoLayoutError) return 'Ingen har sagt hur filens kolumner ska läsas. Peka ut dem först.'
  if (error instanceof InvalidLayoutError)
    return 'Valen av kolumner går inte ihop. Minst en kolumn måste ha värden, och något måste säga vad de heter.'
  if (error instanceof AlreadyUndoneError) return 'Importen är redan ångrad.'
  if (error instanceof DraftGoneError)
    return 'Filen väntar inte längre på att importeras. Den är redan importerad, avbruten eller äldre än ett dygn. Välj filen igen om du vill importera den.'
  if (error instanceof AlreadyImportedError) return 'Samma fil är redan importerad, och den skulle inte ändra något.'
  if (error instanceof ImportHasErrorsError)
    return `Filen har ${error.errorCount.toLocaleString('sv-SE')} fel och kan inte importeras. Rätta den och välj den igen.`
  return null
}
