import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import type { InterpretedRow, RowIndicator, RowValue } from './interpret-row.ts'

/** Between cells, fields and rows. No text of a file has them: control characters are refused, or taken for spaces. */
const CELL = '\u001f'
const FIELD = '\u001e'
const ROW = '\u001d'

/** Indicators that are remembered at once. What comes back after that gets another number, which does no harm. */
const MOST = 50_000

/** What is known of a value beside its number: its status, or the goal that stands in its place. */
function stateOf(value: RowValue | null, { preliminary }: RowIndicator): string {
  if (value === null) return 'none'
  if (value.goal) return value.goal
  if (value.suppressed) return 'suppressed'
  return value.value !== null && preliminary ? 'preliminary' : ''
}

/** One value of nearly every row: with one there is nothing to join. */
function join(values: (RowValue | null)[], textOf: (value: RowValue | null) => string): string {
  if (values.length === 1) return textOf(values[0] ?? null)
  const cells = values.map(textOf)
  return cells.every(cell => cell === '') ? '' : cells.join(CELL)
}

const numberOf = (value: RowValue | null): string => value?.value ?? ''
const numeratorOf = (value: RowValue | null): string => value?.numerator ?? ''
const denominatorOf = (value: RowValue | null): string => value?.denominator ?? ''
const periodOf = (value: RowValue | null): string => value?.period ?? ''

function valuesOf(line: number, subject: number, row: RowIndicator): string {
  const { values } = row
  const numbers = `${join(values, numberOf)}${FIELD}${join(values, numeratorOf)}${FIELD}${join(values, denominatorOf)}`
  const state = join(values, value => stateOf(value, row))
  const note = join(values, value => value?.note ?? row.note ?? '')
  return `${line}${FIELD}${subject}${FIELD}${row.gender}${FIELD}${numbers}${FIELD}${state}${FIELD}${join(values, periodOf)}${FIELD}${note}`
}

const factsOf = ({ measure, id, area, name, unit, unitText, better }: RowIndicator): string =>
  `${measure}${FIELD}${id}${FIELD}${area}${FIELD}${name}${FIELD}${unit}${FIELD}${unitText}${FIELD}${better}`

/** Puts rows into the staging tables. What they say of an indicator is sent once, under a number. */
export class RowSender {
  readonly #subjects = new Map<string, number>()
  #last = 0

  constructor(readonly tx: Tx) {}

  /**
   * As one text, which the database takes apart: arrays of texts, each escaped, take five times as long to send, and the
   * driver never tells of a COPY that fails.
   */
  async send(rows: InterpretedRow[]): Promise<void> {
    const subjects: string[] = []
    const values: string[] = []
    for (const { line, indicators } of rows)
      for (const indicator of indicators) values.push(valuesOf(line, this.#subjectOf(indicator, subjects), indicator))
    if (subjects.length > 0)
      await this.tx.execute(sql`
        insert into staged_subject
        select f[1]::int, f[2]::int, f[3], f[4], f[5], f[6], f[7], f[8] from ${split(subjects)}`)
    if (values.length > 0)
      await this.tx.execute(sql`
        insert into staged_row
        select f[1]::int, f[2]::int, f[3], f[4], f[5], f[6], f[7], f[8], f[9] from ${split(values)}`)
  }

  #subjectOf(indicator: RowIndicator, unsent: string[]): number {
    const facts = factsOf(indicator)
    const known = this.#subjects.get(facts)
    if (known !== undefined) return known
    if (this.#subjects.size >= MOST) this.#subjects.clear()
    this.#last += 1
    this.#subjects.set(facts, this.#last)
    unsent.push(`${this.#last}${FIELD}${facts}`)
    return this.#last
  }
}

// Without `offset 0` a row would be taken apart once for each of its fields.
const split = (rows: string[]) => sql`(
  select string_to_array(row, chr(30)) as f from unnest(string_to_array(${rows.join(ROW)}, chr(29))) as row offset 0
) as split`
