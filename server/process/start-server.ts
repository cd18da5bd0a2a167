import { once } from 'node:events'
import type { Server } from 'node:http'
import { resolve } from 'node:path'
import next from 'next'
import { keptAuthSecret } from '../auth/auth-secret.ts'
import { loadActor } from '../auth/load-actor.ts'
import { readSession } from '../auth/session-cookie.ts'
import { createCollab } from '../collab/collab.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { createDocuments } from '../documents/create-documents.ts'
import type { Env } from '../env.ts'
import { subscribe } from '../events.ts'
import { createExports } from '../export/create-exports.ts'
import { log } from '../log.ts'
import { resolveForExport } from '../reports/resolve-for-export.ts'
import { provideServices } from '../services.ts'
import { buildIfStale } from './build.ts'
import { listen } from './listen.ts'
import { loadNextConfig } from './load-next-config.ts'
import { openDatabase } from './open-database.ts'

export interface RunningServer {
  stop(): Promise<void>
}

export interface StartOptions {
  dev: boolean
  /** Tells the person at the terminal what takes time. */
  say: (line: string) => void
}

/** Undoes what was started, last first. */
class Undo {
  #steps: (() => Promise<void>)[] = []
  add(step: () => Promise<void>): void {
    this.#steps.unshift(step)
  }
  async run(): Promise<void> {
    for (const step of this.#steps.splice(0)) await step()
  }
}

async function closeHttp(server: Server): Promise<void> {
  server.close()
  server.closeAllConnections()
  if (server.listening) await once(server, 'close')
}

async function start(env: Env, { dev, say }: StartOptions, undo: Undo): Promise<void> {
  const server = await listen(env.HOST, env.PORT)
  undo.add(() => closeHttp(server))

  const database = await openDatabase(env)
  undo.add(() => database.close())
  const { db, sql } = database.client

  const secret = env.AUTH_SECRET ?? (await keptAuthSecret(resolve(env.SAMSKRIFT_DATA)))
  // next-auth and the pages read these from the environment.
  Object.assign(process.env, { AUTH_SECRET: secret, NEXTAUTH_SECRET: secret, NEXTAUTH_URL: env.publicUrl })

  if (!dev) await buildIfStale(() => say('Bygger sidorna, det tar någon minut …'))
  if (env.demo) await loadDemo(db)

  const documents = createDocuments(database.client)
  undo.add(() => documents.close())
  const exports = createExports({
    resolve: async (reportId, userId) => {
      const actor = await loadActor(db, userId)
      if (!actor) throw new Error('the user is gone')
      return resolveForExport({ db, documents }, actor, reportId)
    },
  })
  undo.add(() => exports.close())

  const collab = createCollab({
    client: database.client,
    documents,
    authenticate: async cookie => {
      const session = await readSession(cookie, secret)
      return session ? loadActor(db, session.userId) : null
    },
    reloadActor: userId => loadActor(db, userId),
    publicOrigins: () => [new URL(env.publicUrl).origin],
  })
  undo.add(() => collab.close())
  const unsubscribe = await subscribe(sql, collab.onEvent, collab.onEventsReconnected)
  undo.add(unsubscribe)
  provideServices({ db, sql, documents, exports, presence: collab.presence })

  await loadNextConfig(dev)
  const pages = next({ dev, dir: process.cwd(), httpServer: server, hostname: env.HOST, port: env.PORT })
  await pages.prepare()
  undo.add(() => pages.close())
  const handle = pages.getRequestHandler()
  server.on('request', (request, response) => collab.handleRequest(request, response) || void handle(request, response))
  collab.attach(server)
  // What a killed process left in the log; nobody need wait for it.
  documents.foldPending().catch((error: unknown) => log.error({ err: error }, 'folding what was left failed'))
}

/** Starts everything, or nothing: what was started before an error is stopped again. */
export async function startServer(env: Env, options: StartOptions): Promise<RunningServer> {
  const undo = new Undo()
  try {
    await start(env, options, undo)
  } catch (error) {
    await undo.run()
    throw error
  }
  return { stop: () => undo.run() }
}
