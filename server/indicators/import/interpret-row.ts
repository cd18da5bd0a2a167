import type { Unit } from '#editor/core/figure.ts'
import type { CsvRow } from '../csv/row-splitter.ts'
import { slug } from '../slug.ts'
import type { ColumnName, Source } from '../sources/source.ts'
import type { Column, ColumnPlan } from './columns.ts'
import type { ProblemList } from './problem.ts'
import { type CellReader, readDenominator, readValue } from './read-value.ts'

/** What a row says about one indicator. */
export interface RowIndicator {
  id: string
  area: string
  name: string
  /** Index in `source.measures`. */
  measure: number
  /** One per value column of the measure: decimal with point and the digits of the file; null is missing. */
  values: (string | null)[]
  /** How many each value is a share of. */
  denominators: (string | null)[]
}

export interface InterpretedRow {
  line: number
  indicators: RowIndicator[]
}

interface Key {
  text: string
  slug: string
}

const MAX_KEY = 200
const UNIT_WORDS: Record<Unit, string[]> = {
  percent: ['procent', '%'],
  count: ['antal', 'st'],
  persons: ['personer', 'antal'],
  kr: ['kr', 'kronor'],
  tkr: ['tkr'],
  mnkr: ['mnkr', 'mkr', 'milj. kr'],
  index: ['index'],
  yesno: ['ja/nej', 'ja eller nej'],
  other: [],
}

// U+FFFD, control characters, and UTF-8 that somebody has read as Windows-1252 ("TrycksÃ¥r").
const DAMAGED = /[\ufffd\p{Cc}]|Ã[\u00a0-\u00bf„…–]|â€/u

/** A name as it is shown: composed accents, one space between words. */
const tidy = (cell: string): string => cell.normalize('NFC').replace(/\s+/g, ' ').trim()

function readKey(cell: string, column: Column, line: number, problems: ProblemList): Key | null {
  const text = tidy(cell)
  const key = { text, slug: slug(text) }
  const code =
    text === ''
      ? 'missing-key'
      : text.length > MAX_KEY
        ? 'key-too-long'
        : DAMAGED.test(text) || key.slug === ''
          ? 'damaged-text'
          : null
  if (code === null) return key
  problems.error(code, line, column.header, cell)
  return null
}

function rowIndicator(sourceId: string, source: Source, measure: number, keys: Map<ColumnName, Key>): RowIndicator {
  const { area, name } = source.measures[measure] as Source['measures'][number]
  const key = (column: ColumnName): Key => keys.get(column) ?? { text: '', slug: '' }
  const group = area === null ? null : 'text' in area ? area : key(area.column)
  const { text, slug } = key(name.column)
  const id = group ? `${sourceId}/${group.slug}/${slug}` : `${sourceId}/${slug}`
  return { id, area: group?.text ?? '', name: text, measure, values: [], denominators: [] }
}

/** What a row of the file says, or null with the reasons in `reader.problems`. */
export function interpretRow(
  row: CsvRow,
  plan: ColumnPlan,
  sourceId: string,
  source: Source,
  reader: CellReader,
): InterpretedRow | null {
  const { problems } = reader
  const { line, cells } = row
  if (cells.length < plan.width || cells.slice(plan.width).some(cell => cell.trim() !== '')) {
    problems.error('cell-count', line, '', cells.join(' | '))
    return null
  }
  const before = problems.errorCount
  const keys = new Map<ColumnName, Key>()
  for (const column of plan.keys) {
    const key = readKey(cells[column.index] ?? '', column, line, problems)
    if (key) keys.set(column.name, key)
  }
  for (const column of plan.units) {
    const cell = cells[column.index] ?? ''
    const unit = source.measures[column.measure]?.unit
    if (unit && !UNIT_WORDS[unit].includes(cell.trim().toLowerCase()))
      problems.error('wrong-unit', line, column.header, cell)
  }
  const indicators = new Map<number, RowIndicator>()
  for (const column of plan.values) {
    const spec = source.measures[column.measure]
    if (!spec) continue
    const indicator = indicators.get(column.measure) ?? rowIndicator(sourceId, source, column.measure, keys)
    indicators.set(column.measure, indicator)
    const n = column.denominator
    const value = readValue(reader, line, column, cells[column.index] ?? '', spec.unit)
    const denominator = n ? readDenominator(reader, line, n, cells[n.index] ?? '') : null
    indicator.values.push(value ?? null)
    indicator.denominators.push(denominator ?? null)
  }
  return problems.errorCount > before ? null : { line, indicators: [...indicators.values()] }
}
