import type { Unit } from '#editor/core/figure.ts'
import type { CsvRow } from '../csv/read-rows.ts'
import { slug } from '../slug.ts'
import type { ColumnName, Source } from '../sources/source.ts'
import type { Column, ColumnPlan } from './columns.ts'
import type { ProblemList } from './problem.ts'
import { type CellReader, readDenominator, readValue } from './read-value.ts'

export interface RowIndicator {
  id: string
  area: string
  name: string
  /** Index in `source.measures`. */
  measure: number
}

export interface RowValue {
  indicatorId: string
  kind: 'result' | 'target'
  period: string
  /** Decimal with point and the digits of the file; null is missing. */
  value: string | null
  denominator: string | null
}

export interface InterpretedRow {
  line: number
  indicators: RowIndicator[]
  values: RowValue[]
}

const MAX_KEY = 200
const UNIT_WORDS: Record<Unit, string[]> = {
  percent: ['procent', '%'],
  count: ['antal', 'st'],
  persons: ['personer', 'antal'],
  kr: ['kr', 'kronor'],
  tkr: ['tkr'],
}

// U+FFFD, control characters, and UTF-8 that somebody has read as Windows-1252 ("TrycksÃ¥r").
const DAMAGED = /[\ufffd\p{Cc}]|Ã[\u00a0-\u00bf„…–]|â€/u

/** A name as it is shown: composed accents, one space between words. */
const tidy = (cell: string): string => cell.normalize('NFC').replace(/\s+/g, ' ').trim()

function readKey(cell: string, column: Column, line: number, problems: ProblemList): string | null {
  const key = tidy(cell)
  const code =
    key === ''
      ? 'missing-key'
      : key.length > MAX_KEY
        ? 'key-too-long'
        : DAMAGED.test(key) || slug(key) === ''
          ? 'damaged-text'
          : null
  if (code === null) return key
  problems.error(code, line, column.header, cell)
  return null
}

function rowIndicator(sourceId: string, source: Source, measure: number, keys: Map<ColumnName, string>): RowIndicator {
  const { area, name } = source.measures[measure] as Source['measures'][number]
  const key = (column: ColumnName): string => keys.get(column) ?? ''
  const areaText = area === null ? '' : 'text' in area ? area.text : key(area.column)
  const areaSlug = area === null ? [] : ['text' in area ? area.slug : slug(areaText)]
  return {
    id: [sourceId, ...areaSlug, slug(key(name.column))].join('/'),
    area: areaText,
    name: key(name.column),
    measure,
  }
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
    problems.error('cell-count', line, '', String(cells.length))
    return null
  }
  const before = problems.errorCount
  const keys = new Map<ColumnName, string>()
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
  const values: RowValue[] = []
  for (const column of plan.values) {
    const spec = source.measures[column.measure]
    if (!spec) continue
    const indicator = indicators.get(column.measure) ?? rowIndicator(sourceId, source, column.measure, keys)
    indicators.set(column.measure, indicator)
    const n = column.denominator
    const value = readValue(reader, line, column, cells[column.index] ?? '', spec.unit)
    const denominator = n ? readDenominator(reader, line, n, cells[n.index] ?? '') : null
    if (value === undefined || denominator === undefined) continue
    values.push({ indicatorId: indicator.id, kind: column.kind, period: column.period, value, denominator })
  }
  return problems.errorCount > before ? null : { line, indicators: [...indicators.values()], values }
}
