// Our co-editing server in production form, without the pages: sessions, rights, origin check and log are the real ones.
import '#server/node-env.ts'
import { createServer } from 'node:http'
import { connect, openConnections } from '#db/client.ts'
import { loadActor } from '#server/auth/load-actor.ts'
import { readSession } from '#server/auth/session-cookie.ts'
import { createCollab } from '#server/collab/collab.ts'
import type { Tuning } from '#server/collab/tuning.ts'
import { createDocuments } from '#server/documents/create-documents.ts'
import { readEnv } from '#server/env.ts'
import { subscribe } from '#server/events.ts'
import { log } from '#server/log.ts'
import { onExit } from '#server/process/on-exit.ts'

const { PORT, HOST, DATABASE_URL, AUTH_SECRET, publicUrl } = readEnv()
if (!DATABASE_URL || !AUTH_SECRET) throw new Error('DATABASE_URL and AUTH_SECRET are needed')
const tuning = JSON.parse(process.env.BENCH_TUNING ?? '{}') as Partial<Tuning>

const client = connect(DATABASE_URL)
await openConnections(client.sql, 8)
const documents = createDocuments(client)
const collab = createCollab({
  client,
  documents,
  authenticate: async cookie => {
    const session = await readSession(cookie, AUTH_SECRET)
    return session ? loadActor(client.db, session.userId) : null
  },
  reloadActor: userId => loadActor(client.db, userId),
  publicOrigins: () => [new URL(publicUrl).origin],
  tuning,
})
const unsubscribe = await subscribe(client.sql, collab.onEvent, collab.onEventsReconnected)
const server = createServer((_request, response) => response.end())
collab.attach(server)

onExit(async () => {
  server.close()
  await collab.close()
  await unsubscribe()
  await documents.close()
  await client.close()
})
server.listen(PORT, HOST)
documents.foldPending().catch((error: unknown) => log.error({ err: error }, 'folding what was left failed'))
