import { genitive } from '../../genitive.ts'

export const sv = {
  recommendation: 'Rekommendation',
  board: 'Nämnd',
  state: 'Läge',
  answered: 'Besvarade rekommendationer',
  report: 'Svarets titel',
  locked: (date: string) => `Låst ${date}`,
  draft: 'UTKAST',
  from: (board: string, date: string) => `Ur ${genitive(board)} svar, låst ${date}.`,
  fromDraft: (board: string) => `UTKAST: ${genitive(board)} svar är inte låst och kan ändras.`,
  hidden: 'Du kan läsa svaret när nämnden har låst det.',
  unknown: 'Uppgift saknas. Rekommendationen finns inte i nämndens svar.',
  otherQuote: (quote: string) => `Nämndens svar återger en annan lydelse av rekommendationen: ”${quote}”`,
  missing: 'Uppgift saknas',
  none: '–',
  noAnswer: 'Svar saknas',
  notApplicable: (reason: string) => `Ej tillämpligt: ${reason}`,
  noAnswers: 'Uppgift saknas. Ingen nämnds svar är med.',
  answeredOf: (answered: number, of: number) => `${answered} av ${of}`,
  positions: (counts: string) => `Inställning: ${counts}.`,
  measures: (count: number, statuses: string) => (count ? `Åtgärder: ${count} (${statuses}).` : 'Inga åtgärder.'),
}
