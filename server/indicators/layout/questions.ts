import type { TableRow } from '../table/table.ts'
import { type Column, headerAt } from './columns.ts'
import { findHeader } from './find-header.ts'
import type { Layout } from './layout.ts'
import { cellPeriod } from './period-text.ts'

/** What a file does not say itself, so that the person who imports it has to. */
export interface Questions {
  /** The period of values that nothing dates. */
  period: boolean
  /** The year of months that stand without one. */
  year: boolean
}

export const NO_QUESTIONS: Questions = { period: false, year: false }

function hasBareMonths(rows: TableRow[], column: Column): boolean {
  const cells = rows.map(row => row.cells[column.index] ?? '')
  return cells.some(cell => cellPeriod(cell, null) === null && cellPeriod(cell, 2000) !== null)
}

/** @param rows the first rows of the file */
export function questionsOf(layout: Layout, rows: TableRow[]): Questions {
  const header = findHeader(rows, layout)
  if (!header) return NO_QUESTIONS
  const columns = headerAt(rows, header.start, header.count)
  const below = rows.slice(header.start + header.count)
  const present = layout.values.filter(value =>
    columns.some(column => column.name === value.column || column.pattern === value.column),
  )
  const dated = present.flatMap(({ period }) =>
    period.from === 'column' ? columns.filter(column => column.name === period.column) : [],
  )
  return {
    period: layout.asked.period === null && present.some(value => value.period.from === 'file'),
    year: layout.asked.year === null && dated.some(column => hasBareMonths(below, column)),
  }
}

/** The layout with what was asked for. @param area stands in the place of the row group that the layout gives every row */
export function answered(
  layout: Layout,
  { period, year, area }: { period: string | null; year: number | null; area: { text: string; slug: string } | null },
): Layout {
  return {
    ...layout,
    asked: { period: period ?? layout.asked.period, year: year ?? layout.asked.year },
    measures: layout.measures.map(measure => {
      if (!area) return measure
      // Measures that are told apart by their row group stay apart below the new one.
      const isOne = layout.measures.every(other => other.area?.text === measure.area?.text)
      if (isOne || !measure.area) return { ...measure, area }
      const { text, slug } = measure.area
      return { ...measure, area: { text: `${area.text}, ${text.toLowerCase()}`, slug: `${area.slug}-${slug}` } }
    }),
  }
}
