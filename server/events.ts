import { sql } from 'drizzle-orm'
import type { Db, Sql, Tx } from '#db/client.ts'
import { log } from './log.ts'
import { queueDeliveries } from './webhooks/queue-deliveries.ts'

/** What other processes and open editors must hear about. Sent by PostgreSQL when the transaction commits. */
export type ServerEvent =
  /** Without an import, something else that texts show of figures. */
  | { type: 'data'; organisationId: string; importId?: string }
  | { type: 'structure'; reportId: string }
  | { type: 'comments'; reportId: string }
  | { type: 'locked'; reportId: string }
  /** A row of the log that came past the rooms, e.g. a restored text. */
  | { type: 'text'; reportId: string; seq: number }
  | { type: 'rights'; userId: string }
  /** Somebody wants webhooks to be told again. */
  | { type: 'deliveries' }

export type DataEvent = Extract<ServerEvent, { type: 'data' }>

const CHANNEL = 'samskrift'

/** Figures that moved are also told to the organisation's webhooks, written down in the same transaction. */
export async function publish(db: Db | Tx, event: ServerEvent): Promise<void> {
  if (event.type === 'data' && event.importId) await queueDeliveries(db, event.organisationId, event.importId)
  await db.execute(sql`select pg_notify(${CHANNEL}, ${JSON.stringify(event)})`)
}

/** Calls `on` for every event of every process on this database, and `onReconnect` when some may have been missed. */
export async function subscribe(
  client: Sql,
  on: (event: ServerEvent) => void,
  onReconnect: () => void,
): Promise<() => Promise<void>> {
  let first = true
  const subscription = await client.listen(
    CHANNEL,
    payload => {
      try {
        on(JSON.parse(payload) as ServerEvent)
      } catch (error) {
        log.error({ error, payload }, 'an event could not be handled')
      }
    },
    () => {
      if (!first) onReconnect()
      first = false
    },
  )
  return () => subscription.unlisten()
}
