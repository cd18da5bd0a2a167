export const sv = {
  description: 'Samskrift från kommandoraden. Fungerar bredvid en server som är igång och utan.',
  help: 'visa den här hjälpen',
  titles: {
    'Usage:': 'Användning:',
    'Arguments:': 'Argument:',
    'Options:': 'Val:',
    'Commands:': 'Kommandon:',
  } as Record<string, string>,
  default: 'förval',
  choices: 'möjliga värden',
  usage: {
    whole: '<kommando> [val]',
    see: (what: string) => `${what} Se: npm run -s samskrift -- --help`,
    unknownCommand: (name: string) => `Det finns inget kommando som heter ${name}.`,
    unknownOption: (name: string) => `Det finns inget val som heter ${name}.`,
    missingArgument: (name: string) => `Ange ${name}.`,
    missingOption: (name: string) => `Valet ${name} måste anges.`,
    missingValue: (name: string) => `Valet ${name} måste ha ett värde.`,
    invalidValue: (name: string) => `Valet ${name} har ett värde som inte går att använda.`,
    tooMany: 'Kommandot har fått för många argument.',
  },
  as: 'inloggningsnamn för den som utför kommandot',
  json: 'skriv JSON',
  reports: {
    summary: 'lista rapporter',
    none: 'Det finns inga rapporter.',
    row: (r: {
      id: string
      title: string
      boardName: string
      status: string
      sectionsDone: number
      sectionCount: number
    }) => `${r.id}  ${r.title} · ${r.boardName} · ${r.status} · ${r.sectionsDone} av ${r.sectionCount} avsnitt klara`,
    locked: 'låst',
    draft: 'utkast',
  },
  import: {
    summary: 'importera värden från en Excel- eller CSV-fil',
    file: 'Excel- eller CSV-fil',
    source: 'källa, till exempel senior-alert; utan den känns filen igen av sina rubriker',
    period: 'period för värden som filen inte daterar, till exempel 2024',
    year: 'år för månader som filen skriver utan år',
    area: 'vad hela filen gäller, till exempel en avdelning',
    wrongAnswer:
      'Perioden eller året går inte att läsa. Skriv till exempel --period 2024, --period 2023-11 eller --year 2023.',
    withoutRejected: 'importera de rader som går, utan dem som har fel',
    dryRun: 'visa vad som skulle ändras men importera inget',
    counts: (p: { rowCount: number; newCount: number; changedCount: number; unchangedCount: number }) =>
      `${p.rowCount} rader: ${p.newCount} nya värden, ${p.changedCount} ändrade, ${p.unchangedCount} oförändrade.`,
    dry: 'Inget importerades (--dry-run).',
    done: (written: number) => (written === 1 ? 'Importerade 1 värde.' : `Importerade ${written} värden.`),
    refused: (count: number) => `Filen importerades inte. ${count} fel måste rättas först:`,
    rejected: (rows: number) => `${rows === 1 ? '1 rad är' : `${rows} rader är`} inte med:`,
    error: (line: number | null, column: string | null, message: string) =>
      `  ${line === null ? '' : `rad ${line}`}${column ? `, ${column}` : ''}: ${message}`,
  },
  export: {
    summary: 'exportera en rapport',
    report: 'rapportens id',
    format: 'filens format',
    out: 'fil att skriva till',
    figures: 'med en bilaga som visar varifrån varje siffra kommer',
    public: 'offentlig version: utan små tal, så att ingen kan kännas igen',
    done: (file: string, bytes: number) => `Skrev ${file} (${Math.round(bytes / 1024)} kB).`,
  },
  history: {
    summary: 'rapporternas historik',
    prune:
      'ta bort ändringar som är äldre än HISTORY_MONTHS månader, och kommentarer till rapporter som låstes före det; dagens text och namngivna versioner rörs inte',
    dryRun: 'visa vad som skulle tas bort men ta inte bort något',
    forGood: 'HISTORY_MONTHS är inte satt. All historik sparas.',
    pruned: (
      { reports, rows, versions, threads }: { reports: number; rows: number; versions: number; threads: number },
      months: number,
    ) =>
      `Äldre än ${months} månader: ${rows} ändringar, ${versions} automatiska versioner och ${threads} kommentarstrådar i ${reports} rapporter.`,
    dry: 'Inget togs bort (--dry-run).',
  },
  organisation: {
    summary: 'lägg in eller ändra en organisation med nämnder, användare och roller ur en JSON-fil',
    file: 'JSON-fil',
    done: (name: string, users: number) => `${name} är inlagd med ${users} användare.`,
    notJson: (file: string) => `${file} är inte JSON. Inget ändrades.`,
    wrong: (file: string, place: string) =>
      `${file} går inte att använda: ${place} saknas eller har fel värde. Inget ändrades.`,
  },
  session: {
    summary: 'skriv ut en sessionskaka för en demoanvändare, för skript',
    user: 'demoanvändarens inloggningsnamn',
  },
  errors: {
    unknownUser: (login: string) => `Det finns ingen användare med inloggningsnamnet ${login}.`,
    demoOnly: 'Kommandot finns bara när demon är på (DEMO=1).',
    noFile: (file: string) => `Filen ${file} går inte att läsa. Kontrollera sökvägen.`,
    cannotWrite: (file: string) => `Det går inte att skriva till ${file}. Kontrollera sökvägen och rättigheterna.`,
    exportFailed: (code: string) => `Exporten misslyckades (${code}). Loggen ovan säger mer.`,
    codes: {
      'not-found': 'Rapporten finns inte.',
      'not-allowed': 'Användaren har inte rätt att göra detta.',
      'report-locked': 'Rapporten är låst.',
      'report-not-locked': 'Rapporten är inte låst. Arkivpaket görs bara av det som är låst.',
      'too-large': 'Filen är för stor.',
    } as Record<string, string>,
    unforeseen: (message: string) => `Oväntat fel: ${message}`,
  },
}
