import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { loggableError } from '../../documents/loggable-error.ts'
import { log } from '../../log.ts'
import { OutageLog } from '../../outage-log.ts'
import type { KoladaAccess } from './client.ts'
import { isPassing, KoladaError } from './errors.ts'
import { nextNight } from './next-night.ts'
import { refreshKoladaByNight } from './refresh-kolada.ts'

/** How often it is looked for what is due, ms. */
const EVERY = 5 * 60_000
const HOUR = 60 * 60_000

/** Takes an organisation whose night has come, for this node alone: its next one is set at once. */
async function take(db: Db, now: Date): Promise<string | null> {
  const [due] = await db.execute<{ organisationId: string }>(sql`
    update data_refresh set next_at = ${nextNight(now).toISOString()}::timestamptz
    where source = 'kolada' and organisation_id = (
      select organisation_id from data_refresh
      where source = 'kolada' and next_at <= ${now.toISOString()}::timestamptz
      order by next_at limit 1 for update skip locked)
    returning organisation_id as "organisationId"`)
  return due?.organisationId ?? null
}

async function fetchOne(db: Db, access: KoladaAccess, organisationId: string, now: Date): Promise<void> {
  try {
    const { written, gone } = await refreshKoladaByNight({ db, access, now }, organisationId)
    log.info({ organisationId, written, gone: gone.length }, 'kolada: fetched')
  } catch (error) {
    log.error({ error: loggableError(error), organisationId }, 'kolada: not fetched')
    // What may have passed in an hour is tried again then, not a day later; never where somebody turned it off.
    if (error instanceof KoladaError && isPassing(error.code))
      await db.execute(sql`
        update data_refresh set next_at = ${new Date(now.getTime() + HOUR).toISOString()}::timestamptz
        where source = 'kolada' and organisation_id = ${organisationId} and next_at is not null`)
  }
}

/** Fetches whatever is due, one organisation after the other. @returns how many */
export async function fetchDue({ db, access, now = new Date() }: { db: Db; access: KoladaAccess; now?: Date }) {
  let count = 0
  for (let due = await take(db, now); due; due = await take(db, now)) {
    await fetchOne(db, access, due, now)
    count += 1
  }
  return count
}

/** Fetches from Kolada by night while the server runs. Every node looks; each organisation is fetched by one of them. */
export class KoladaClock {
  readonly #outage = new OutageLog('looking for what to fetch from Kolada')
  readonly #timer: ReturnType<typeof setInterval>
  readonly #stopping = new AbortController()
  #running: Promise<void> | null = null

  constructor(private readonly options: { db: Db; access: KoladaAccess }) {
    this.#timer = setInterval(() => void this.tick(), EVERY).unref()
  }

  /** One round; one at a time. Never rejects. */
  tick(): Promise<void> {
    this.#running ??= this.#round().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#stopping.abort()
    await this.#running
  }

  async #round(): Promise<void> {
    try {
      const { db, access } = this.options
      await fetchDue({ db, access: { ...access, signal: this.#stopping.signal } })
      this.#outage.worked()
    } catch (error) {
      this.#outage.failed(error)
    }
  }
}
