import { readPeriod } from '#editor/core/period.ts'
import { remember } from '../import/remember.ts'

/** What stands for the period in the name of a column: "resultat_{period}". */
export const PERIOD = '{period}'

const MONTHS: Record<string, number> = Object.fromEntries(
  [
    ['jan', 'januari'],
    ['feb', 'februari'],
    ['mar', 'mars'],
    ['apr', 'april'],
    ['maj'],
    ['jun', 'juni'],
    ['jul', 'juli'],
    ['aug', 'augusti'],
    ['sep', 'sept', 'september'],
    ['okt', 'oktober'],
    ['nov', 'november'],
    ['dec', 'december'],
  ].flatMap((names, index) => names.map(name => [name, index + 1])),
)

const PARTS: Record<string, string> = { kvartal: 'K', kv: 'K', tertial: 'T', halvar: 'H' }
const YEAR = /^(?:19|20)\d\d$/
const TOGETHER = /^((?:19|20)\d\d)(0[1-9]|1[0-2])$/
const PART_TOGETHER = /^([hktq])([1-4])$/

interface Found {
  period: string
  from: number
  /** Behind the last word of it. */
  to: number
}

const two = (month: number): string => String(month).padStart(2, '0')

const months = (year: string, first: number, last: number): string | null =>
  first === last ? `${year}-${two(first)}` : last > first ? `${year}-${two(first)}..${two(last)}` : null

/** A part of a year that begins at word `at`: "jan nov", "k2", "kvartal 2". */
function partAt(words: string[], at: number): { name: (year: string) => string | null; length: number } | null {
  const [word = '', next = ''] = words.slice(at, at + 2)
  const first = MONTHS[word]
  if (first) {
    const last = MONTHS[next]
    return { name: year => months(year, first, last ?? first), length: last ? 2 : 1 }
  }
  const [, letter, ordinal] = PART_TOGETHER.exec(word) ?? []
  if (letter) return { name: year => `${year}-${letter === 'q' ? 'K' : letter.toUpperCase()}${ordinal}`, length: 1 }
  const part = PARTS[word]
  return part && /^[1-4]$/.test(next) ? { name: year => `${year}-${part}${next}`, length: 2 } : null
}

function partBefore(words: string[], year: number): { name: (year: string) => string | null; length: number } | null {
  for (const length of [2, 1]) {
    const part = year >= length ? partAt(words, year - length) : null
    if (part?.length === length) return part
  }
  return null
}

/** The first period among the words of a text; null where there is none, or two that contradict each other. */
function findPeriod(words: string[]): Found | null {
  for (const [at, word] of words.entries()) {
    const [, together, month] = TOGETHER.exec(word) ?? []
    if (together) return { period: `${together}-${month}`, from: at, to: at + 1 }
    if (!YEAR.test(word)) continue
    const before = partBefore(words, at)
    const after = before ? null : partAt(words, at + 1)
    const numbers = before || after ? [] : words.slice(at + 1, at + 3).filter(one => /^(?:0[1-9]|1[0-2])$/.test(one))
    const length = before?.length ?? after?.length ?? numbers.length
    const period =
      (before ?? after)?.name(word) ??
      (numbers.length ? months(word, Number(numbers[0]), Number(numbers.at(-1))) : before || after ? null : word)
    if (!period || !readPeriod(period)) return null
    return { period, from: before ? at - length : at, to: before ? at + 1 : at + 1 + length }
  }
  return null
}

/** "resultat_2023" → the column "resultat_{period}" of 2023; "Utfall jan–nov 2023" → "utfall_{period}" of 2023-01..11. */
export function splitPeriod(name: string): { pattern: string; period: string | null } {
  const words = name.split('_')
  const found = findPeriod(words)
  if (!found) return { pattern: name, period: null }
  const pattern = [...words.slice(0, found.from), PERIOD, ...words.slice(found.to)].join('_')
  return { pattern, period: found.period }
}

/**
 * The period that a cell names: "2023", "nov 2023", "2023-11", "K2 2023"; with `year` also "nov", "november", "K2", "11".
 * @returns null where it names none, or more than that
 */
export const cellPeriod = (cell: string, year: number | null): string | null => periodsOf(year)(cell)

const known = new Map<number | null, (cell: string) => string | null>()

/** What cells name when months without a year are of `year`. */
function periodsOf(year: number | null): (cell: string) => string | null {
  const found = known.get(year) ?? remember(cell => readCell(cell, year) ?? NONE)
  known.set(year, found)
  return cell => found(cell) || null
}

/** What is remembered of a cell that names no period. */
const NONE = ''

function readCell(cell: string, year: number | null): string | null {
  const text = cell.trim()
  if (readPeriod(text)) return text
  const words = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  // A day is no period, and its month is not what it says.
  if (/^\d{4}-\d\d-\d\d/.test(text)) return null
  const found = findPeriod(words)
  if (found) return found.to - found.from === words.length ? found.period : null
  if (year === null) return null
  const part = partAt(words, 0)
  if (part?.length === words.length) return part.name(String(year))
  const month = /^(?:0?[1-9]|1[0-2])$/.test(text) ? Number(text) : null
  return month ? `${year}-${two(month)}` : null
}
