import { and, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { dataRefresh } from '#db/schema/data-import.ts'
import { loadActor } from '../../auth/load-actor.ts'
import type { Actor } from '../../policies/actor.ts'
import { can } from '../../policies/can.ts'
import { requireCan } from '../../policies/require.ts'
import { addDays, today } from '../../today.ts'
import { lockFigures } from '../import/lock-figures.ts'
import { type KoladaAccess, KoladaClient } from './client.ts'
import { KoladaError } from './errors.ts'
import { fetchKolada, type OnKoladaProgress } from './fetch-kolada.ts'
import { koladaSettings } from './settings.ts'
import { type StoredKolada, storeKolada } from './store-kolada.ts'

export interface KoladaRefresh {
  db: Db
  access: KoladaAccess
  now?: Date
  onProgress?: OnKoladaProgress
}

const here = (organisationId: string) =>
  and(eq(dataRefresh.organisationId, organisationId), eq(dataRefresh.source, 'kolada'))

async function refresh(
  { db, access, now = new Date(), onProgress }: KoladaRefresh,
  { organisationId, actor, onlyNew }: { organisationId: string; actor: Actor | null; onlyNew: boolean },
): Promise<StoredKolada> {
  const [row] = await db.select().from(dataRefresh).where(here(organisationId))
  if (!row) throw new KoladaError('kolada-not-set-up')
  try {
    const by = actor ?? (await loadActor(db, row.changedBy))
    if (!by || !can(by, 'data.import', { organisationId })) throw new KoladaError('kolada-no-rights')
    const settings = koladaSettings.parse(row.settings)
    const client = new KoladaClient(access)
    const fetched = await fetchKolada(client, {
      settings,
      lastYear: Number(today(now).slice(0, 4)),
      // The day before too: a day of Kolada's need not be one of ours.
      since: onlyNew && row.lastSuccessAt ? addDays(today(row.lastSuccessAt), -1) : undefined,
      onProgress,
    })
    return await db.transaction(async tx => {
      await lockFigures(tx, organisationId)
      const stored = await storeKolada(tx, { organisationId, importedBy: by.id, settings }, fetched)
      await tx
        .update(dataRefresh)
        .set({ lastAt: now, lastSuccessAt: now, lastError: null })
        // Settings that somebody has saved meanwhile have not been fetched.
        .where(and(here(organisationId), eq(dataRefresh.settings, row.settings)))
      return stored
    })
  } catch (error) {
    const lastError = error instanceof KoladaError ? error.code : 'unforeseen'
    await db.update(dataRefresh).set({ lastAt: now, lastError }).where(here(organisationId))
    throw error
  }
}

/**
 * "Hämta nu": everything that the settings ask for, by the person who asks. Nothing is stored unless all of it came.
 * @throws NotAllowedError, KoladaError
 */
export function refreshKoladaNow(options: KoladaRefresh, actor: Actor): Promise<StoredKolada> {
  requireCan(actor, 'data.import', { organisationId: actor.organisationId })
  return refresh(options, { organisationId: actor.organisationId, actor, onlyNew: false })
}

/** The nightly one: what is new since the last time, by whom set it up. @throws KoladaError */
export const refreshKoladaByNight = (options: KoladaRefresh, organisationId: string): Promise<StoredKolada> =>
  refresh(options, { organisationId, actor: null, onlyNew: true })
