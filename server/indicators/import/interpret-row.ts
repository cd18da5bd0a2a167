import type { Better, FigureRef, Unit } from '#editor/core/figure.ts'
import type { Column } from '../layout/columns.ts'
import type { Layout } from '../layout/layout.ts'
import { cellPeriod } from '../layout/period-text.ts'
import type { ColumnPlan, ValueColumn } from '../layout/plan-columns.ts'
import { betterOf, genderOf, isPreliminary, meansUnit, unitOf } from '../layout/unit-words.ts'
import { slug } from '../slug.ts'
import type { TableRow } from '../table/table.ts'
import type { ErrorCode } from './problem.ts'
import { type CellReader, type CellValue, readDenominator, readNumerator, readValue } from './read-value.ts'
import { remember } from './remember.ts'

/** What a row says in one of its value columns. */
export interface RowValue extends CellValue {
  /** Null where it is that of the column. */
  period: string | null
  numerator: string | null
  denominator: string | null
}

/** What a row says about one indicator. */
export interface RowIndicator {
  id: string
  area: string
  name: string
  unit: Unit
  unitText: string
  better: Better
  gender: FigureRef['gender']
  preliminary: boolean
  /** Footnote of the row. */
  note: string | null
  /** Index in `layout.measures`. */
  measure: number
  /** One per value column of the measure; null where the row says nothing there, not even that something is missing. */
  values: (RowValue | null)[]
}

export interface InterpretedRow {
  line: number
  indicators: RowIndicator[]
}

/** How a file is read. */
export interface Reading {
  sourceId: string
  layout: Layout
  plan: ColumnPlan
  /** A result of a later year is an error. */
  currentYear: number
  reader: CellReader
}

interface Key {
  text: string
  slug: string
}

const MAX_KEY = 200
const NOTHING: Key = { text: '', slug: '' }

// U+FFFD, control characters, and UTF-8 that somebody has read as Windows-1252 ("TrycksÃ¥r").
const DAMAGED = /[\ufffd\p{Cc}]|Ã[\u00a0-\u00bf„…–]|â€/u

/** A name as it is shown: composed accents, one space between words. */
const tidy = remember((cell): string =>
  cell
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim(),
)

const cellOf = (row: TableRow, column: Column | null): string => (column && row.cells[column.index]) || ''

const keyOf = remember((cell): Key | ErrorCode => {
  const text = tidy(cell)
  if (text === '') return 'missing-key'
  if (text.length > MAX_KEY) return 'key-too-long'
  const key = { text, slug: slug(text) }
  return DAMAGED.test(text) || key.slug === '' ? 'damaged-text' : key
})

function readKey({ reader }: Reading, row: TableRow, column: Column): Key | null {
  const cell = cellOf(row, column)
  const key = keyOf(cell)
  if (typeof key !== 'string') return key
  reader.problems.error(key, row.line, column.header, cell)
  return null
}

/** The period of a value that the row itself names; undefined when it names none that can be used. */
function rowPeriod(reading: Reading, row: TableRow, value: ValueColumn, isEmpty: boolean): string | null | undefined {
  const { layout, reader, currentYear } = reading
  if (!value.periodColumn) return null
  const cell = cellOf(row, value.periodColumn)
  const period = cellPeriod(cell, layout.asked.year)
  const { header } = value.periodColumn
  if (period === null) {
    // Without a value there is nothing to date.
    if (cell.trim() !== '' || !isEmpty)
      reader.problems.error(cell.trim() === '' ? 'missing-period' : 'not-a-period', row.line, header, cell)
    return undefined
  }
  if (value.kind === 'result' && Number(period.slice(0, 4)) > currentYear) {
    reader.problems.error('future-year', row.line, header, period.slice(0, 4))
    return undefined
  }
  return period
}

interface UnitWord {
  unit: Unit
  unitText: string
}

const COUNT: UnitWord = { unit: 'count', unitText: '' }

/** The unit of a measure on this row; null when the row says another one than the layout. */
function readUnit({ layout, plan, reader }: Reading, row: TableRow, index: number): UnitWord | null {
  const measure = layout.measures[index]
  const column = plan.units[index] ?? null
  const cell = cellOf(row, column)
  if (!measure) return null
  if (measure.unit === null) return tidy(cell) === '' ? COUNT : unitOf(tidy(cell))
  if (column && !meansUnit(cell, measure.unit) && tidy(cell) !== measure.unitText) {
    reader.problems.error('wrong-unit', row.line, column.header, cell)
    return null
  }
  return { unit: measure.unit, unitText: measure.unitText }
}

interface RowFacts {
  area: Key
  name: Key
  gender: FigureRef['gender']
}

/** What the row is about; with a gender's column of subgroups, a word in it that is no gender ends the name. */
function readFacts(reading: Reading, row: TableRow): RowFacts | null {
  const { plan, layout, reader } = reading
  const area = plan.area ? readKey(reading, row, plan.area) : NOTHING
  const name = plan.name ? readKey(reading, row, plan.name) : NOTHING
  const cell = cellOf(row, plan.gender)
  const gender = genderOf(cell)
  const group = gender === null && layout.subgroups && plan.gender ? readKey(reading, row, plan.gender) : null
  if (gender === null && !layout.subgroups && plan.gender)
    reader.problems.error('not-a-gender', row.line, plan.gender.header, cell)
  if (!area || !name) return null
  if (!group) return { area, name, gender: gender ?? 'T' }
  return { area, name: { text: `${name.text}, ${group.text}`, slug: `${name.slug}-${group.slug}` }, gender: 'T' }
}

function readOne(reading: Reading, row: TableRow, column: ValueColumn, unit: Unit): RowValue | null | undefined {
  const { reader, layout } = reading
  const share = layout.measures[column.measure]?.share ?? true
  const read = readValue(reader, row, column, {
    unit,
    share,
    goals: column.kind === 'target' || column.kind === 'national',
  })
  const denominator = column.denominator ? readDenominator(reader, row, column.denominator) : null
  const numerator = column.numerator ? readNumerator(reader, row, column.numerator) : null
  if (!read) return undefined
  const isEmpty = read.value === null && !read.goal && !read.suppressed
  const period = rowPeriod(reading, row, column, isEmpty)
  if (period === undefined) return null
  // Named one by one: a spread takes as long as all the rest.
  const { value, suppressed, goal, note } = read
  return { value, suppressed, goal, note, period, numerator: numerator ?? null, denominator: denominator ?? null }
}

const idOf = (sourceId: string, area: string, name: string): string =>
  `${sourceId}${area && `/${area}`}${name && `/${name}`}`

/** What a row of the file says, or null with the reasons in the reader's problems. */
export function interpretRow(row: TableRow, reading: Reading): InterpretedRow | null {
  const { layout, plan, reader, sourceId } = reading
  const before = reader.problems.errorCount
  const facts = readFacts(reading, row)
  const units = plan.measured.map((isMeasured, index) => (isMeasured ? readUnit(reading, row, index) : null))
  const better = betterOf(cellOf(row, plan.better))
  const note = tidy(cellOf(row, plan.note)).slice(0, 1000) || null
  const preliminary = isPreliminary(cellOf(row, plan.status))
  const indicators = new Map<number, RowIndicator>()
  for (const column of plan.values) {
    const measure = layout.measures[column.measure]
    const unit = units[column.measure]
    if (!measure || !unit) continue
    const value = readOne(reading, row, column, unit.unit)
    if (!facts) continue
    const area = measure.area ?? facts.area
    const name = measure.name ?? facts.name
    const indicator: RowIndicator = indicators.get(column.measure) ?? {
      id: idOf(sourceId, area.slug, name.slug),
      area: area.text,
      name: name.text,
      unit: unit.unit,
      unitText: unit.unitText,
      better: better ?? measure.better,
      gender: facts.gender,
      preliminary,
      note,
      measure: column.measure,
      values: [],
    }
    indicators.set(column.measure, indicator)
    indicator.values.push(value ?? null)
  }
  return reader.problems.errorCount > before ? null : { line: row.line, indicators: [...indicators.values()] }
}
