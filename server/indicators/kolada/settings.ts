import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#db/client.ts'
import { dataRefresh } from '#db/schema/data-import.ts'
import { InvalidInputError } from '../../errors.ts'
import type { Actor } from '../../policies/actor.ts'
import { can } from '../../policies/can.ts'
import { requireCan } from '../../policies/require.ts'
import { nextNight } from './next-night.ts'

const MAX_KPIS = 500
const MAX_YEARS = 30

/** "0482", "0000" for the country, "0007" for a region, "G35" for a group, whose figures are unweighted means. */
const place = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^(\d{4}|G\d{1,6})$/)

export const koladaSettings = z.object({
  municipality: place,
  /** Whom it is compared with; null for nobody. */
  comparison: place.nullable(),
  kpis: z
    .array(
      z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[A-Z]\d{5}$/),
    )
    .min(1)
    .max(MAX_KPIS)
    .transform(ids => [...new Set(ids)]),
  /** How many calendar years, this one included. */
  years: z.number().int().min(1).max(MAX_YEARS),
})

export type KoladaSettings = z.infer<typeof koladaSettings>

export interface KoladaState {
  settings: KoladaSettings
  /** It is fetched every night. */
  nightly: boolean
  /** ISO 8601 instants. */
  nextAt: string | null
  lastAt: string | null
  lastSuccessAt: string | null
  /** Code of a {@link KoladaError}; null where it went well. */
  lastError: string | null
}

const here = (organisationId: string) =>
  and(eq(dataRefresh.organisationId, organisationId), eq(dataRefresh.source, 'kolada'))

/** Null where nobody has set it up. @throws NotAllowedError */
export async function readKoladaState({ db }: { db: Db }, actor: Actor): Promise<KoladaState | null> {
  const { organisationId } = actor
  requireCan(actor, 'data.read', { organisationId })
  const [row] = await db.select().from(dataRefresh).where(here(organisationId))
  if (!row) return null
  return {
    settings: koladaSettings.parse(row.settings),
    nightly: row.nextAt !== null,
    nextAt: row.nextAt?.toISOString() ?? null,
    lastAt: row.lastAt?.toISOString() ?? null,
    lastSuccessAt: row.lastSuccessAt?.toISOString() ?? null,
    lastError: row.lastError,
  }
}

export const mayFetchKolada = (actor: Actor): boolean =>
  can(actor, 'data.import', { organisationId: actor.organisationId })

/**
 * What is fetched and whether it is so every night. Other settings than before have never been fetched: the next time
 * everything is, and not only what is new.
 * @throws NotAllowedError, InvalidInputError with the fields that are wrong
 */
export async function saveKoladaSettings(
  { db }: { db: Db },
  actor: Actor,
  input: unknown,
  { nightly, now = new Date() }: { nightly: boolean; now?: Date },
): Promise<void> {
  const { organisationId } = actor
  requireCan(actor, 'data.import', { organisationId })
  const parsed = koladaSettings.safeParse(input)
  if (!parsed.success) throw InvalidInputError.of(parsed.error, 'settings')
  const settings = parsed.data
  const nextAt = nightly ? nextNight(now) : null
  await db
    .insert(dataRefresh)
    .values({ organisationId, source: 'kolada', settings, changedBy: actor.id, nextAt })
    .onConflictDoUpdate({
      target: [dataRefresh.organisationId, dataRefresh.source],
      set: {
        settings,
        changedBy: actor.id,
        nextAt,
        lastSuccessAt: sql`case when ${dataRefresh.settings} = excluded.settings then ${dataRefresh.lastSuccessAt} end`,
      },
    })
}
