import type { Unit } from '#editor/core/figure.ts'
import type { DecimalSigns } from '../csv/decimal-signs.ts'
import { parseNumber } from '../csv/parse-number.ts'
import type { Column } from './columns.ts'
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

const isWhole = (value: string): boolean => /^-?\d+(?:\.0+)?$/.test(value)

/** What is wrong with a number in a unit, or null. */
function impossible(value: string, unit: Unit): ErrorCode | null {
  if (unit === 'percent') return Number(value) < 0 || Number(value) > 100 ? 'out-of-range' : null
  if (unit !== 'count' && unit !== 'persons') return null
  if (value.startsWith('-')) return 'negative'
  return isWhole(value) ? null : 'not-an-integer'
}

/**
 * The cell's number with the digits of the file, or null where the file has no number (missing or suppressed).
 * @returns undefined when the cell is wrong; the reason is in `problems`
 */
export function readValue(
  reader: CellReader,
  line: number,
  column: Column,
  cell: string,
  unit: Unit,
): string | null | undefined {
  const parsed = parseNumber(cell)
  const place = { line, column: column.header, value: cell }
  if (parsed.kind === 'missing') return null
  if (parsed.kind === 'suppressed') {
    reader.problems.notice('suppressed', line, column.header, cell)
    return null
  }
  if (parsed.kind === 'invalid') {
    reader.problems.error('not-a-number', line, column.header, cell)
    return undefined
  }
  if (parsed.percent && unit !== 'percent') {
    reader.problems.error('wrong-unit', line, column.header, cell)
    return undefined
  }
  if (parsed.sign) reader.signs.add(parsed.sign, place)
  const code = impossible(parsed.value, unit)
  if (code) {
    reader.problems.error(code, line, column.header, cell)
    return undefined
  }
  if (unit === 'percent') reader.shares.add(Number(parsed.value))
  // Statistics programs write whole numbers as "456.0" where the column has missing values.
  return unit === 'count' || unit === 'persons' ? parsed.value.replace(/\.0+$/, '') : parsed.value
}

/** How many a share is of: a positive whole number. */
export function readDenominator(
  reader: CellReader,
  line: number,
  column: Column,
  cell: string,
): string | null | undefined {
  const value = readValue(reader, line, column, cell, 'count')
  if (value == null || /[1-9]/.test(value)) return value
  reader.problems.error('zero-denominator', line, column.header, cell)
  return undefined
}
