import { readPeriod } from '#editor/core/period.ts'
import type { ProblemList } from '../import/problem.ts'
import type { Column } from './columns.ts'
import type { Header } from './find-header.ts'
import type { Layout, LayoutValue } from './layout.ts'
import { PERIOD } from './period-text.ts'

/** A column whose cells become observations. */
export interface ValueColumn extends Column {
  measure: number
  kind: LayoutValue['kind']
  /** Null where each row says it, in `periodColumn`. */
  at: string | null
  periodColumn: Column | null
  numerator: Column | null
  denominator: Column | null
}

/** Where the file has what the layout describes. */
export interface ColumnPlan {
  /** Cells per row. */
  width: number
  area: Column | null
  name: Column | null
  gender: Column | null
  better: Column | null
  note: Column | null
  status: Column | null
  skip: Column | null
  /** Of each measure. */
  units: (Column | null)[]
  /** Which measures have a column of values. */
  measured: boolean[]
  values: ValueColumn[]
}

class Finder {
  readonly used = new Set<number>()
  readonly #missing = new Set<string>()
  constructor(
    readonly columns: Column[],
    readonly problems: ProblemList,
    readonly line: number,
  ) {}

  one(name: string): Column | null {
    return this.columns.find(column => column.name === name) ?? null
  }

  first(names: string[], required = false): Column | null {
    const found = names.map(name => this.one(name)).find(column => column !== null) ?? null
    // Several measures may ask for the same column.
    if (!found && required && names[0] && !this.#missing.has(names[0])) {
      this.#missing.add(names[0])
      this.problems.error('missing-column', this.line, names[0])
    }
    return found
  }

  /** Columns of a value, with their periods. */
  all(pattern: string): Column[] {
    if (pattern.includes(PERIOD)) return this.columns.filter(column => column.pattern === pattern && column.period)
    const found = this.one(pattern)
    return found ? [found] : []
  }
}

function withOwnPeriods(layout: Layout, finder: Finder): ValueColumn[] {
  return layout.values.flatMap(value => {
    const { period, measure, kind } = value
    if (period.from === 'results' || period.from === 'result-years') return []
    return finder.all(value.column).map(column => {
      const beside = (pattern: string | null): Column | null =>
        pattern ? finder.one(pattern.replace(PERIOD, column.name.slice(...spanOf(value.column, column.name)))) : null
      const at = period.from === 'header' ? column.period : period.from === 'file' ? layout.asked.period : null
      const periodColumn = period.from === 'column' ? finder.first([period.column], true) : null
      const places = { numerator: beside(value.numerator), denominator: beside(value.denominator) }
      return { ...column, measure, kind, at, periodColumn, ...places }
    })
  })
}

/** Where the period stands in the name of a column that matches the pattern. */
function spanOf(pattern: string, name: string): [number, number] {
  const before = Math.max(0, pattern.indexOf(PERIOD))
  return [before, name.length - (pattern.length - before - PERIOD.length)]
}

function withBorrowedPeriods(layout: Layout, finder: Finder, own: ValueColumn[]): ValueColumn[] {
  return layout.values.flatMap(value => {
    const { period, measure, kind } = value
    if (period.from !== 'results' && period.from !== 'result-years') return []
    const ofMeasure = own.filter(other => other.measure === measure && other.kind === 'result' && other.at)
    const lenders = ofMeasure.length ? ofMeasure : own.filter(other => other.kind === 'result' && other.at)
    const periods = lenders.map(other => (period.from === 'results' ? other.at : (other.at?.slice(0, 4) ?? null)))
    return finder.all(value.column).flatMap(column =>
      [...new Set(periods)].map(at => ({
        ...column,
        measure,
        kind,
        at,
        periodColumn: null,
        numerator: null,
        denominator: null,
      })),
    )
  })
}

function tellUnused(layout: Layout, finder: Finder, used: Set<number | undefined>): void {
  const known = layout.values.flatMap(value => [value.column, value.numerator, value.denominator])
  for (const { index, header, name, pattern } of finder.columns)
    if (!used.has(index))
      finder.problems.notice(
        known.includes(pattern) || known.includes(name) ? 'unused-column' : 'unknown-column',
        finder.line,
        header,
      )
}

function checkValues(layout: Layout, values: ValueColumn[], finder: Finder, currentYear: number): void {
  const { problems, line } = finder
  const [first] = layout.values
  if (values.length === 0 && first)
    problems.error(first.period.from === 'header' ? 'no-year-column' : 'missing-column', line, first.column)
  const seen = new Map<string, string>()
  for (const value of values) {
    if (value.at === null && !value.periodColumn) problems.error('no-period', line, value.header)
    const year = value.at ? readPeriod(value.at)?.year : undefined
    if (value.kind === 'result' && year && year > currentYear)
      problems.error('future-year', line, value.header, String(year), true)
    const key = [value.measure, value.kind, value.at, value.periodColumn?.index].join('|')
    if (seen.has(key)) problems.error('same-value-column', line, value.header, seen.get(key))
    seen.set(key, value.header)
  }
}

/**
 * Finds the columns of the layout in the file's header.
 * @param currentYear a result of a later year is an error
 * @returns null when the rows cannot be read, with the reasons in `problems`
 */
export function planColumns(
  { columns, line }: Header,
  layout: Layout,
  problems: ProblemList,
  currentYear: number,
): ColumnPlan | null {
  const before = problems.errorCount
  const unique = new Map<string, Column>()
  for (const column of columns) {
    // Nobody can tell which of the two counts.
    if (unique.has(column.name)) problems.error('duplicate-column', line, column.header)
    else unique.set(column.name, column)
  }
  const finder = new Finder([...unique.values()], problems, line)
  const area = finder.first(layout.area, true)
  const name = finder.first(
    layout.name,
    layout.measures.some(measure => measure.name === null),
  )
  const gender = finder.first(layout.gender, true)
  const own = withOwnPeriods(layout, finder)
  const values = [...own, ...withBorrowedPeriods(layout, finder, own)]
  checkValues(layout, values, finder, currentYear)
  const measured = layout.measures.map((_, index) => values.some(value => value.measure === index))
  const units = layout.measures.map((measure, index) => finder.first(measure.unitColumns, measured[index]))
  const optional = {
    better: finder.first(layout.better),
    note: finder.first(layout.note),
    status: finder.first(layout.status),
    skip: finder.first(layout.skipRows.columns),
  }
  const places = values.flatMap(value => [value, value.periodColumn, value.numerator, value.denominator])
  const used = [area, name, gender, ...units, ...places, ...Object.values(optional)]
  tellUnused(layout, finder, new Set(used.map(place => place?.index)))
  if (problems.errorCount > before) return null
  const width = Math.max(...columns.map(column => column.index)) + 1
  return { width, area, name, gender, ...optional, units, measured, values }
}
