import type { CsvRow } from '../csv/row-splitter.ts'
import { slug } from '../slug.ts'
import type { ColumnName, Source, YearColumn } from '../sources/source.ts'
import type { ProblemList } from './problem.ts'

export interface Column {
  index: number
  /** As the file writes it. */
  header: string
}

/** A column whose cells become observations. */
export interface ValueColumn extends Column {
  /** Index in `source.measures`. */
  measure: number
  kind: 'result' | 'target'
  /** Calendar year. */
  period: string
  denominator: Column | null
}

/** Where the file has what the source describes. */
export interface ColumnPlan {
  /** Cells per row. */
  width: number
  keys: (Column & { name: ColumnName })[]
  units: (Column & { measure: number })[]
  values: ValueColumn[]
}

/** "Målvärde 2023" and "malvarde_2023" are the same column. */
export const columnName = (header: string): ColumnName => slug(header).replaceAll('-', '_')

const hasYear = (column: string): column is YearColumn => column.endsWith('YYYY')

function yearIn(name: ColumnName, column: YearColumn): string | null {
  const year = name.slice(-4)
  return name.slice(0, -4) === column.slice(0, -4) && /^(?:19|20)\d\d$/.test(year) ? year : null
}

/** Columns by name; a name that occurs twice is an error, since nobody can tell which one counts. */
function readHeader(header: CsvRow, problems: ProblemList): Map<ColumnName, Column> {
  const columns = new Map<ColumnName, Column>()
  for (const [index, cell] of header.cells.entries()) {
    const text = cell.trim()
    if (text === '') continue
    const name = columnName(text)
    if (columns.has(name)) problems.error('duplicate-column', header.line, text)
    else columns.set(name, { index, header: text })
  }
  return columns
}

function valueColumns(source: Source, columns: Map<ColumnName, Column>): ValueColumn[] {
  return source.measures.flatMap((spec, measure) => {
    const ofYears = (column: YearColumn, kind: 'result' | 'target'): ValueColumn[] =>
      [...columns].flatMap(([name, place]) => {
        const period = yearIn(name, column)
        if (!period) return []
        const n = kind === 'result' ? spec.denominator?.replace('YYYY', period) : undefined
        return [{ ...place, measure, kind, period, denominator: (n && columns.get(n)) || null }]
      })
    const results = ofYears(spec.result, 'result')
    if (spec.target === null) return results
    if (hasYear(spec.target)) return [...results, ...ofYears(spec.target, 'target')]
    const target = columns.get(spec.target)
    if (!target) return results
    return [
      ...results,
      ...results.map(({ period }) => ({ ...target, measure, kind: 'target' as const, period, denominator: null })),
    ]
  })
}

const belongsTo = (source: Source, name: ColumnName): boolean =>
  source.measures.some(spec =>
    [spec.result, spec.target, spec.denominator, spec.unitColumn].some(
      column => column !== null && (hasYear(column) ? yearIn(name, column) !== null : name === column),
    ),
  )

/**
 * Finds the columns of the source in the file's header; their order is free.
 * @param currentYear a result of a later year is an error
 * @returns null when the rows cannot be read, with the reasons in `problems`
 */
export function planColumns(
  header: CsvRow,
  source: Source,
  problems: ProblemList,
  currentYear: number,
): ColumnPlan | null {
  const before = problems.errorCount
  const columns = readHeader(header, problems)
  const missing = (column: string): undefined => problems.error('missing-column', header.line, column) as undefined
  const keys = source.keys.flatMap(name => {
    const column = columns.get(name) ?? missing(name)
    return column ? [{ ...column, name }] : []
  })
  const values = valueColumns(source, columns)
  if (values.length === 0) problems.error('no-year-column', header.line, source.measures[0]?.result)
  const units = source.measures.flatMap((spec, measure) => {
    if (spec.unitColumn === null || !values.some(value => value.measure === measure)) return []
    const column = columns.get(spec.unitColumn) ?? missing(spec.unitColumn)
    return column ? [{ ...column, measure }] : []
  })
  for (const value of values)
    if (value.kind === 'result' && Number(value.period) > currentYear)
      problems.error('future-year', header.line, value.header, value.period)
  const used = new Set([...keys, ...units, ...values, ...values.map(value => value.denominator)].map(c => c?.index))
  for (const [name, column] of columns)
    if (!used.has(column.index))
      problems.notice(belongsTo(source, name) ? 'unused-column' : 'unknown-column', header.line, column.header)
  if (problems.errorCount > before) return null
  return { width: header.cells.findLastIndex(cell => cell.trim() !== '') + 1, keys, units, values }
}

/** Whether a header has every column that names a row of the source, and a result. */
export function looksLike(header: CsvRow, source: Source): boolean {
  const names = header.cells.map(columnName)
  return (
    source.keys.every(key => names.includes(key)) &&
    source.measures.some(spec => names.some(name => yearIn(name, spec.result) !== null))
  )
}
