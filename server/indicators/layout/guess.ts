import { parseNumber } from '../csv/parse-number.ts'
import type { TableRow } from '../table/table.ts'
import { type Column, headerAt } from './columns.ts'
import type { Layout } from './layout.ts'
import { cellPeriod, PERIOD } from './period-text.ts'
import { type ColumnRole, headingWithoutPeriod, type Pointing, VALUE_ROLES } from './pointing.ts'
import { betterOf, genderOf, isPreliminary, unitOf } from './unit-words.ts'

type UnitChoice = Pointing['measures'][number]['unit']

const WORDS: [RegExp, ColumnRole][] = [
  [/^(?:enhet|matenhet)(?:_|$)/, 'unit'],
  [/^(?:kon|kvinnor_man)$/, 'gender'],
  [/^(?:manad|period|ar|kvartal|tertial|datum|matperiod)$/, 'period'],
  [/^(?:namnare|n|antal_svar)(?:_|$)/, 'denominator'],
  [/^taljare(?:_|$)/, 'numerator'],
  [/^(?:riktning|battre)$/, 'better'],
  [/^(?:anmarkning|kommentar|fotnot|not)$/, 'note'],
  [/^(?:status|preliminar)$/, 'status'],
  [/^(?:indikator|matt|nyckeltal|kategori|verksamhet|post|fraga|rubrik)$/, 'name'],
  [/^(?:omrade|avdelning|mal|perspektiv|forvaltning|grupp)$/, 'area'],
]

const KINDS: [RegExp, (typeof VALUE_ROLES)[number]][] = [
  [/nationell/, 'national'],
  [/(?:^|_)(?:mal|malvarde|malniva)(?:_|$)/, 'target'],
  [/(?:^|_)budget/, 'budget'],
  [/(?:^|_)prognos/, 'forecast'],
  [/(?:^|_)(?:riket|jamforelse|jamforelsevarde|rikssnitt)/, 'comparison'],
]

interface Sample {
  column: Column
  cells: string[]
  /** Share of the filled cells that are numbers, or stand for a missing one. */
  numbers: number
}

function sampleOf(column: Column, rows: TableRow[]): Sample {
  const cells = rows.map(row => (row.cells[column.index] ?? '').trim()).filter(Boolean)
  const numbers = cells.filter(cell => parseNumber(cell).kind !== 'invalid').length
  return { column, cells, numbers: cells.length === 0 ? 0 : numbers / cells.length }
}

const most = (cells: string[], is: (cell: string) => boolean): boolean =>
  cells.length > 0 && cells.filter(is).length / cells.length >= 0.6

function roleOf({ column, cells, numbers }: Sample): ColumnRole | null {
  const { name, pattern } = column
  const bare = pattern.replace(PERIOD, '').replace(/^_|_$/g, '')
  const word = WORDS.find(([words]) => words.test(bare))?.[1]
  if (word === 'period') return most(cells, cell => cellPeriod(cell, 2000) !== null) ? 'period' : null
  if (word === 'gender') return most(cells, cell => genderOf(cell) !== null) ? 'gender' : null
  if (word === 'status') return cells.every(isPreliminary) ? 'status' : 'ignore'
  if (word === 'better') return most(cells, cell => betterOf(cell) !== null) ? 'better' : 'ignore'
  // "Mål" of words groups rows; "Mål" of numbers is a target.
  if (word && !((word === 'area' || word === 'name') && numbers >= 0.6)) return word
  if (/^radtyp$|(?:^|_)(?:id|nr|nummer|kod)$/.test(name)) return 'ignore'
  if (numbers < 0.6) return null
  return KINDS.find(([words]) => words.test(pattern))?.[1] ?? 'result'
}

/** A row of names and areas where no header says which is which: the last text column names, the one before it groups. */
function nameTexts(roles: (ColumnRole | null)[]): ColumnRole[] {
  const texts = roles.flatMap((role, at) => (role === null ? [at] : []))
  const hasName = roles.includes('name')
  const hasArea = roles.includes('area')
  const nameAt = hasName ? -1 : (texts[texts.length > 1 && !hasArea ? 1 : 0] ?? -1)
  const areaAt = hasArea || hasName ? -1 : texts.length > 1 ? (texts[0] ?? -1) : -1
  return roles.map((role, at) => role ?? (at === nameAt ? 'name' : at === areaAt ? 'area' : 'ignore'))
}

/** The row that most likely is the header: the first one with as many texts as any. */
export function likelyHeader(rows: TableRow[]): number {
  const texts = rows.map(row => row.cells.filter((cell, at) => cell.trim() !== '' && !row.numbers?.has(at)).length)
  const wanted = Math.max(2, ...texts.slice(0, 10)) * 0.8
  return Math.max(
    0,
    texts.findIndex(count => count >= wanted),
  )
}

function unitGuess(samples: Sample[]): UnitChoice {
  const cells = samples.flatMap(sample => sample.cells)
  if (cells.some(cell => cell.endsWith('%'))) return 'percent'
  const headers = samples.map(sample => sample.column.name).join('_')
  if (/andel|procent|svarsfrekvens/.test(headers)) return 'percent'
  if (/tkr/.test(headers)) return 'tkr'
  if (/mnkr|mkr/.test(headers)) return 'mnkr'
  if (/(?:^|_)kr(?:_|$)|belopp|kostnad/.test(headers)) return 'kr'
  if (/index/.test(headers)) return 'index'
  const numbers = cells.map(parseNumber)
  const isWhole = numbers.every(number => number.kind !== 'number' || !number.value.includes('.'))
  return isWhole ? 'count' : 'other'
}

const periodIn = (text: string): string => text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/)?.[0] ?? ''

/** What each value column measures: the rows' own measure, unless several columns say different things of one row. */
function measureNames(samples: Sample[], roles: ColumnRole[]): string[] {
  const hasNames = roles.includes('name')
  const results = samples.filter((_, at) => roles[at] === 'result')
  const patterns = new Set(results.map(({ column }) => column.pattern.replace(PERIOD, '')))
  const needed = !hasNames || patterns.size > 1
  return samples.map(({ column }, at) =>
    needed && (VALUE_ROLES as readonly string[]).includes(roles[at] ?? '') ? headingWithoutPeriod(column) : '',
  )
}

/** A first proposal for a file that nobody has pointed out yet. @param rows the first rows of the sheet */
export function guessPointing(
  rows: TableRow[],
  place: { sheet: string | null; start: number; headerRows: number },
  fileName: string,
): Pointing {
  const columns = headerAt(rows, place.start, place.headerRows)
  const below = rows.slice(place.start + place.headerRows)
  const samples = columns.map(column => sampleOf(column, below))
  const roles = nameTexts(samples.map(roleOf))
  const names = measureNames(samples, roles)
  const isDated = columns.some((column, at) => column.period && roles[at] === 'result') || roles.includes('period')
  const months = samples.find((_, at) => roles[at] === 'period')?.cells ?? []
  const needsYear = months.some(cell => cellPeriod(cell, null) === null)
  const year = Number(periodIn(fileName) || new Date().getFullYear())
  const unitWords = samples.find((_, at) => roles[at] === 'unit')?.cells ?? []
  const units = [...new Set(unitWords.map(word => unitOf(word).unit))]
  // Where the column names several, each row's own counts.
  const common = units.length > 1 ? 'other' : (units[0] ?? null)
  return {
    sheet: place.sheet,
    headerLine: rows[place.start]?.line ?? 1,
    headerRows: place.headerRows,
    columns: columns.map(({ index }, at) => ({ index, role: roles[at] ?? 'ignore', measure: names[at] ?? '' })),
    measures: [...new Set(names.filter((_, at) => (VALUE_ROLES as readonly string[]).includes(roles[at] ?? '')))].map(
      name => ({
        name,
        unit:
          common ??
          unitGuess(
            samples.filter(
              (_, at) => names[at] === name && (VALUE_ROLES as readonly string[]).includes(roles[at] ?? ''),
            ),
          ),
        unitText: '',
        better: 'none' as const,
      }),
    ),
    area: '',
    period: isDated ? '' : periodIn(fileName),
    year: needsYear ? year : null,
    skipSums: false,
  }
}

/** The choices that made a layout, for the file whose header it is. */
export function pointingOf(layout: Layout, columns: Column[], headerLine: number): Pointing {
  const has = (names: string[], { name }: Column): boolean => names.includes(name)
  const [first] = layout.measures
  const hasNames = layout.name.length > 0
  const nameOf = (index: number): string => {
    const measure = layout.measures[index]
    return (hasNames ? measure?.area?.text : measure?.name?.text) ?? ''
  }
  const roleIn = (column: Column): ColumnRole => {
    if (has(layout.name, column)) return 'name'
    if (has(layout.area, column)) return 'area'
    if (has(layout.gender, column)) return 'gender'
    if (has(layout.better, column)) return 'better'
    if (has(layout.note, column)) return 'note'
    if (has(layout.status, column)) return 'status'
    if (layout.measures.some(measure => has(measure.unitColumns, column))) return 'unit'
    const value = layout.values.find(one => one.column === column.name || one.column === column.pattern)
    if (value) return value.kind
    if (layout.values.some(one => one.period.from === 'column' && one.period.column === column.name)) return 'period'
    const is = (other: string | null): boolean => other === column.name || other === column.pattern
    if (layout.values.some(one => is(one.denominator))) return 'denominator'
    return layout.values.some(one => is(one.numerator)) ? 'numerator' : 'ignore'
  }
  return {
    sheet: layout.sheet,
    headerLine,
    headerRows: layout.headerRows,
    columns: columns.map(column => ({
      index: column.index,
      role: roleIn(column),
      measure: nameOf(
        layout.values.find(one => one.column === column.name || one.column === column.pattern)?.measure ?? -1,
      ),
    })),
    measures: layout.measures.map((measure, index) => ({
      name: nameOf(index),
      unit: measure.unit === 'percent' && !measure.share ? 'percent-any' : (measure.unit ?? 'other'),
      unitText: measure.unitText,
      better: measure.better,
    })),
    area: hasNames ? '' : (first?.area?.text ?? ''),
    period: layout.asked.period ?? '',
    year: layout.asked.year,
    skipSums: layout.skipRows.sums,
  }
}
