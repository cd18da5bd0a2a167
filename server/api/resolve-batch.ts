import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { figureKey, type Unit } from '#editor/core/figure.ts'
import { readPeriod } from '#editor/core/period.ts'
import { groupBy } from '../group-by.ts'
import type { CatalogueAuthor } from '../indicators/catalogue/change-catalogue.ts'
import { type ImpossibleValue, impossibleValue } from '../indicators/impossible-value.ts'
import type { GivenFigure } from '../indicators/write-observations/write-observations.ts'
import { today } from '../today.ts'
import { Faults } from './faults.ts'
import type { Batch } from './given-schemas.ts'
import { insertIndicators, markGenders } from './write-described.ts'

type Row = Batch['observations'][number]

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

/** The indicators that the batch names, from the catalogue. */
const readKnown = (tx: Tx, organisationId: string, { indicators, observations }: Batch): Promise<Known[]> => {
  const ids = [...indicators.map(({ id }) => id), ...observations.flatMap(({ indicator }) => indicator ?? [])]
  const codes = [...indicators, ...observations].flatMap(({ code }) => code ?? [])
  return tx.execute<Known>(sql`
    select id, code, unit from indicator
    where organisation_id = ${organisationId}
      and (id = any(${sql.param([...new Set(ids)])}::text[]) or code = any(${sql.param([...new Set(codes)])}::text[]))`)
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

/** What a row cannot say of its indicator. */
function judge(row: Row, unit: Unit, at: string, thisYear: number, faults: Faults): void {
  const wrong = row.value === null ? null : impossibleValue(row.value, unit)
  if (wrong) faults.add(`${at}/value`, IMPOSSIBLE[wrong])
  if (row.denominator !== null && Number(row.denominator) <= 0)
    faults.add(`${at}/denominator`, 'Ska vara större än 0. Utan underlag finns ingen andel: skicka value null.')
  if (row.kind === 'result' && (readPeriod(row.period)?.year ?? 0) > thisYear)
    faults.add(`${at}/period`, 'Ett resultat kan inte gälla ett år som inte har börjat.')
}

/** Finds the one indicator that a row names. */
function namesOf(all: readonly Known[]): (row: Row, at: string, faults: Faults) => Known | null {
  const byId = new Map(all.map(one => [one.id, one]))
  const byCode = groupBy(
    all.filter(({ code }) => code !== null),
    ({ code }) => code ?? '',
  )
  return ({ indicator, code }, at, faults) => {
    const found = indicator === undefined ? (byCode.get(code ?? '') ?? []) : [byId.get(indicator) ?? []].flat()
    if (found.length === 1) return found[0] ?? null
    if (found.length > 1) faults.add(`${at}/code`, 'Flera indikatorer har koden. Skicka indicator i stället.')
    else
      faults.add(
        `${at}/${indicator === undefined ? 'code' : 'indicator'}`,
        'Indikatorn finns inte. Beskriv den i indicators, eller rätta namnet.',
      )
    return null
  }
}

/**
 * The batch as figures of the catalogue; indicators that it describes are put there. The caller's transaction is undone
 * where anything is wrong.
 * @throws ApiProblem with what is wrong where
 */
export async function resolveBatch(tx: Tx, author: CatalogueAuthor, given: Batch): Promise<GivenFigure[]> {
  const { organisationId } = author
  const faults = new Faults()
  const known = await readKnown(tx, organisationId, given)
  const made = newIndicators(given, known, faults)
  const named = namesOf([...known, ...made.map(({ id, code = null, unit }): Known => ({ id, code, unit }))])
  const thisYear = Number(today().slice(0, 4))
  const seen = new Map<string, number>()
  const figures = given.observations.flatMap((row, index): GivenFigure[] => {
    const at = `/observations/${index}`
    const indicator = named(row, at, faults)
    if (!indicator) return []
    judge(row, indicator.unit, at, thisYear, faults)
    const { kind, period, gender, value, numerator, denominator, goal, note } = row
    const ref = { indicatorId: indicator.id, kind, period, gender }
    const first = seen.get(figureKey(ref))
    if (first !== undefined) faults.add(at, `Samma siffra står redan i /observations/${first}.`)
    seen.set(figureKey(ref), index)
    const status = row.status ?? (value === null && goal === null ? 'missing' : 'final')
    return [{ ...ref, value, numerator, denominator, status, goal, note }]
  })
  faults.throwIfAny()
  await insertIndicators(tx, organisationId, given.source, made)
  await markGenders(tx, author, figures)
  return figures
}
