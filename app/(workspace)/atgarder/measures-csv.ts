import { sectionElementId } from '#editor/surface/text/places.ts'
import type { Measure } from '#server/measures/list-measures.ts'
import { sv } from './sv.ts'

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/

const cell = (text: string): string => {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const line = (cells: readonly string[]): string => `${cells.map(cell).join(';')}\r\n`

/**
 * A file that Excel in Swedish opens in columns: semicolons, UTF-8 with its mark, and no cell that is a formula.
 * @param origin "https://samskrift.kommun.se"
 */
export function* measuresCsv(measures: readonly Measure[], origin: string): Generator<string> {
  yield `\uFEFF${line(sv.csv.columns)}`
  for (const {
    text,
    role,
    due,
    status,
    overdue,
    followUp,
    boardName,
    reportTitle,
    sectionHeading,
    ...place
  } of measures)
    yield line([
      text,
      role ?? '',
      due ?? '',
      (sv.filter.statuses as Record<string, string>)[status ?? ''] ?? status ?? '',
      overdue ? sv.csv.yes : sv.csv.no,
      sv.results[followUp.result ?? ''] ?? '',
      followUp.date ?? '',
      followUp.text ?? '',
      boardName,
      reportTitle,
      sectionHeading,
      `${origin}/rapporter/${place.reportId}#${sectionElementId(place.sectionId)}`,
    ])
}
