import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { figureKey, type Unit } from '#editor/core/figure.ts'
import { readPeriod } from '#editor/core/period.ts'
import { type ImpossibleValue, impossibleValue } from '../indicators/write-observations/impossible-value.ts'
import type { GivenFigure } from '../indicators/write-observations/write-observations.ts'
import { today } from '../today.ts'
import { ApiProblem, type BodyFault } from './problem.ts'
import type { Batch } from './schemas.ts'

const MAX_FAULTS = 100

interface Known extends Record<string, unknown> {
  id: string
  code: string | null
  unit: Unit
}

const IMPOSSIBLE: Record<ImpossibleValue, string> = {
  'not-an-integer': 'Ett antal är alltid ett helt tal.',
  negative: 'Ett antal kan inte vara mindre än noll.',
  'not-yes-or-no': 'Ja eller nej skrivs som 1 eller 0.',
}

class Faults {
  readonly list: BodyFault[] = []

  add(pointer: string, detail: string): void {
    if (this.list.length < MAX_FAULTS) this.list.push({ pointer, detail })
  }

  /** @throws ApiProblem */
  throwIfAny(): void {
    if (this.list.length)
      throw new ApiProblem('invalid-body', { detail: 'Inget är sparat. Se errors.', errors: this.list })
  }
}

/** The indicators that the batch names, from the catalogue. */
const readKnown = (tx: Tx, organisationId: string, { indicators, observations }: Batch): Promise<Known[]> => {
  const ids = [...indicators.map(({ id }) => id), ...observations.flatMap(({ indicator }) => indicator ?? [])]
  const codes = [...indicators, ...observations].flatMap(({ code }) => code ?? [])
  return tx.execute<Known>(sql`
    select id, code, unit from indicator
    where organisation_id = ${organisationId}
      and (id = any(${sql.param([...new Set(ids)])}::text[]) or code = any(${sql.param([...new Set(codes)])}::text[]))`)
}

/** New ones come last in their source, in the order of the batch. */
async function insertIndicators(tx: Tx, organisationId: string, source: string, given: Batch['indicators']) {
  if (given.length === 0) return
  const column = (of: (one: Batch['indicators'][number]) => string | number | null) => sql.param(given.map(of))
  await tx.execute(sql`
    insert into indicator (organisation_id, id, source, area, name, unit, unit_text, decimals, better, code, definition,
      rhythm, position)
    select ${organisationId}, id, ${source}, area, name, unit, unit_text, decimals, better, code, definition, rhythm,
      (select coalesce(max(position), -1) from indicator
       where organisation_id = ${organisationId} and source = ${source}) + place
    from unnest(${column(one => one.id)}::text[], ${column(one => one.area)}::text[], ${column(one => one.name)}::text[],
      ${column(one => one.unit)}::text[], ${column(one => one.unitText)}::text[], ${column(one => one.decimals)}::int[],
      ${column(one => one.better)}::text[], ${column(one => one.code ?? null)}::text[],
      ${column(one => one.definition)}::text[], ${column(one => one.rhythm)}::text[]) with ordinality
      as given(id, area, name, unit, unit_text, decimals, better, code, definition, rhythm, place)`)
}

/** Those that are not in the catalogue yet. One that is must mean the same unit, or its figures would change meaning. */
function newIndicators({ indicators }: Batch, known: readonly Known[], faults: Faults): Batch['indicators'] {
  const byId = new Map(known.map(one => [one.id, one]))
  const seen = new Set<string>()
  return indicators.filter(({ id, unit }, index) => {
    if (seen.has(id)) faults.add(`/indicators/${index}/id`, 'Samma indikator står två gånger.')
    seen.add(id)
    const there = byId.get(id)
    if (there && there.unit !== unit)
      faults.add(`/indicators/${index}/unit`, `Indikatorn finns redan och har enheten ${there.unit}.`)
    return !there
  })
}

/**
 * The batch as figures of the catalogue; indicators that it describes are put there. The caller's transaction is undone
 * where anything is wrong.
 * @throws ApiProblem with what is wrong where
 */
export async function resolveBatch(tx: Tx, organisationId: string, given: Batch): Promise<GivenFigure[]> {
  const faults = new Faults()
  const known = await readKnown(tx, organisationId, given)
  const made = newIndicators(given, known, faults)
  const all = [...known, ...made.map(({ id, code = null, unit }): Known => ({ id, code, unit }))]
  const byId = new Map(all.map(one => [one.id, one]))
  const byCode = groupByCode(all)
  const thisYear = Number(today().slice(0, 4))
  const seen = new Map<string, number>()
  const figures = given.observations.flatMap((row, index): GivenFigure[] => {
    const at = `/observations/${index}`
    const found =
      row.indicator === undefined ? (byCode.get(row.code ?? '') ?? []) : [byId.get(row.indicator) ?? []].flat()
    const [indicator] = found
    const named = row.indicator === undefined ? 'code' : 'indicator'
    if (!indicator) {
      faults.add(`${at}/${named}`, 'Indikatorn finns inte. Beskriv den i indicators, eller rätta namnet.')
      return []
    }
    if (found.length > 1) {
      faults.add(`${at}/code`, 'Flera indikatorer har koden. Skicka indicator i stället.')
      return []
    }
    const { kind, period, gender, value, numerator, denominator, note } = row
    const wrong = value === null ? null : impossibleValue(value, indicator.unit)
    if (wrong) faults.add(`${at}/value`, IMPOSSIBLE[wrong])
    if (denominator !== null && Number(denominator) <= 0)
      faults.add(`${at}/denominator`, 'Ska vara större än 0. Utan underlag finns ingen andel: skicka value null.')
    if (kind === 'result' && (readPeriod(period)?.year ?? 0) > thisYear)
      faults.add(`${at}/period`, 'Ett resultat kan inte gälla ett år som inte har börjat.')
    const ref = { indicatorId: indicator.id, kind, period, gender }
    const first = seen.get(figureKey(ref))
    if (first !== undefined) faults.add(at, `Samma siffra står redan i /observations/${first}.`)
    seen.set(figureKey(ref), index)
    return [
      { ...ref, value, numerator, denominator, status: row.status ?? (value === null ? 'missing' : 'final'), note },
    ]
  })
  faults.throwIfAny()
  await insertIndicators(tx, organisationId, given.source, made)
  await markGenders(tx, organisationId, figures)
  return figures
}

function groupByCode(all: readonly Known[]): Map<string, Known[]> {
  const groups = new Map<string, Known[]>()
  for (const one of all) if (one.code !== null) groups.set(one.code, [...(groups.get(one.code) ?? []), one])
  return groups
}

/** An indicator that has figures of women or men says so from now on. */
async function markGenders(tx: Tx, organisationId: string, figures: readonly GivenFigure[]): Promise<void> {
  const ids = [...new Set(figures.filter(({ gender }) => gender !== 'T').map(({ indicatorId }) => indicatorId))]
  if (ids.length)
    await tx.execute(sql`
      update indicator set by_gender = true
      where organisation_id = ${organisationId} and id = any(${sql.param(ids)}::text[]) and not by_gender`)
}
