import type { Figure, Unit } from '#editor/core/figure.ts'
import type { DecimalSigns } from '../csv/decimal-signs.ts'
import { type NumberCell, parseNumber } from '../csv/parse-number.ts'
import { impossibleValue } from '../impossible-value.ts'
import type { Column } from '../layout/columns.ts'
import type { TableRow } from '../table/table.ts'
import type { ErrorCode, ProblemList } from './problem.ts'

export interface CellReader {
  problems: ProblemList
  signs: DecimalSigns
  shares: ShareRange
}

/** Tells a column of fractions (0,96) from one of percent (96). */
export class ShareRange {
  #largest = 0
  #fractions = 0

  add(value: number): void {
    this.#largest = Math.max(this.#largest, value)
    if (value > 0 && value < 1) this.#fractions += 1
  }

  get looksLikeFractions(): boolean {
    return this.#fractions > 0 && this.#largest <= 1
  }
}

/** What a cell says. Without a value and a goal it says that there is none. */
export interface CellValue {
  /** Decimal with point and the digits of the file; null is missing or suppressed. */
  value: string | null
  suppressed?: boolean
  goal?: Figure['goal']
  /** Where a target that is a reference points. */
  note?: string
}

/** What cells of a column may hold. */
export interface CellRule {
  unit: Unit
  /** A part of a whole. */
  share: boolean
  /** It may be a target in words. */
  goals: boolean
}

/** What is wrong with a number in a unit, or null. Only the source knows which percentages are shares of a whole. */
const wrongInUnit = (value: string, { unit, share }: CellRule): ErrorCode | null =>
  unit === 'percent' && share && (Number(value) < 0 || Number(value) > 100)
    ? 'out-of-range'
    : impossibleValue(value, unit)

const GOALS: [RegExp, NonNullable<Figure['goal']>][] = [
  [/^(?:öka|ökar|ökning|ska öka)$/, 'increase'],
  [/^(?:minska|minskar|minskning|ska minska)$/, 'decrease'],
  [/^(?:behålla|behålls|oförändrad|oförändrat|bibehålla)$/, 'keep'],
  [/^(?:ja|genomfört|genomförd|klart|klar)$/, 'yes'],
  [/^nej$/, 'no'],
  [/^(?:riket|som riket|rikets nivå|riksgenomsnittet)$/, 'national'],
  [/^se \S/, 'reference'],
]

function inWords(cell: string, { unit, goals }: CellRule): CellValue | null {
  const text = cell.normalize('NFC').replace(/\s+/g, ' ').trim()
  const word = text.toLowerCase()
  if (unit === 'yesno' && !goals && /^(?:ja|nej)$/.test(word)) return { value: word === 'ja' ? '1' : '0' }
  const goal = goals ? GOALS.find(([pattern]) => pattern.test(word))?.[1] : undefined
  if (!goal) return null
  return goal === 'reference' ? { value: null, goal, note: text } : { value: null, goal }
}

/**
 * What the cell of a column says.
 * @returns undefined when the cell is wrong; the reason is in `problems`
 */
export function readValue(reader: CellReader, row: TableRow, column: Column, rule: CellRule): CellValue | undefined {
  const { line } = row
  const cell = row.cells[column.index] ?? ''
  const parsed = parseNumber(cell)
  if (parsed.kind === 'missing') return MISSING
  if (parsed.kind === 'suppressed') {
    reader.problems.notice('suppressed', line, column.header, cell)
    return SUPPRESSED
  }
  const said = parsed.kind === 'invalid' ? inWords(cell, rule) : null
  if (said) return said
  const code = parsed.kind === 'invalid' ? 'not-a-number' : wrongNumber(parsed, rule)
  // A share in a column of counts may be written with whatever sign: it is not in its place.
  if (parsed.kind === 'number' && parsed.sign && code !== 'wrong-unit' && !row.numbers?.has(column.index))
    reader.signs.add(parsed.sign, { line, column: column.header, value: cell })
  if (code || parsed.kind === 'invalid') {
    reader.problems.error(code ?? 'not-a-number', line, column.header, cell)
    return undefined
  }
  if (rule.unit === 'percent') reader.shares.add(Number(parsed.value))
  // Statistics programs write whole numbers as "456.0" where the column has missing values.
  const whole = rule.unit === 'count' || rule.unit === 'persons'
  return { value: whole && parsed.sign ? parsed.value.replace(/\.0+$/, '') : parsed.value }
}

const MISSING: CellValue = { value: null }
const SUPPRESSED: CellValue = { value: null, suppressed: true }

function wrongNumber({ value, percent }: Extract<NumberCell, { kind: 'number' }>, rule: CellRule): ErrorCode | null {
  return percent && rule.unit !== 'percent' ? 'wrong-unit' : wrongInUnit(value, rule)
}

const COUNT: CellRule = { unit: 'count', share: false, goals: false }

/** How many a share is of: a positive whole number. */
export function readDenominator(reader: CellReader, row: TableRow, column: Column): string | null | undefined {
  const read = readValue(reader, row, column, COUNT)
  if (read?.value == null || /[1-9]/.test(read.value)) return read?.value
  reader.problems.error('zero-denominator', row.line, column.header, row.cells[column.index])
  return undefined
}

/** How many of those: a whole number, 0 included. */
export const readNumerator = (reader: CellReader, row: TableRow, column: Column): string | null | undefined => {
  const read = readValue(reader, row, column, COUNT)
  return read?.value
}
