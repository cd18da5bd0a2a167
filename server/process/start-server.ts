import { once } from 'node:events'
import type { Server } from 'node:http'
import { resolve } from 'node:path'
import next from 'next'
import { openConnections } from '#db/client.ts'
import { ApiLimits } from '../api/api-limits.ts'
import { keptAuthSecret } from '../auth/auth-secret.ts'
import { loadActor } from '../auth/load-actor.ts'
import { readSession } from '../auth/session-cookie.ts'
import { tellAddress } from '../client-address.ts'
import { createCollab } from '../collab/collab.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { createDocuments } from '../documents/create-documents.ts'
import type { Env } from '../env.ts'
import { type ServerEvent, subscribe } from '../events.ts'
import { createExports } from '../export/create-exports.ts'
import { resolveExport } from '../export/resolve-export.ts'
import { Health } from '../health/health.ts'
import { createMetrics } from '../health/metrics.ts'
import { KoladaClock } from '../indicators/kolada/kolada-clock.ts'
import { log } from '../log.ts'
import { smtpMailer } from '../reminders/mailer.ts'
import { ReminderClock } from '../reminders/reminder-clock.ts'
import { readWordInChild } from '../reports/word-import/read-word-in-child.ts'
import { provideServices } from '../services.ts'
import { openSigning } from '../signing/open-signing.ts'
import { createVerifier } from '../signing/verify/create-verifier.ts'
import { judgeFile } from '../signing/verify/judge-file.ts'
import { VerifyRequests } from '../signing/verify/verify-requests.ts'
import { DeliveryClock } from '../webhooks/delivery-clock.ts'
import { buildIfStale } from './build.ts'
import { listen } from './listen.ts'
import { loadNextConfig } from './load-next-config.ts'
import { openBus } from './open-bus.ts'
import { openDatabase } from './open-database.ts'
import { keyFaultText } from './start-error.ts'
import { Undo } from './undo.ts'

export interface RunningServer {
  stop(): Promise<void>
}

export interface StartOptions {
  dev: boolean
  /** Tells the person at the terminal what takes time. */
  say: (line: string) => void
}

async function closeHttp(server: Server): Promise<void> {
  server.close()
  server.closeAllConnections()
  if (server.listening) await once(server, 'close')
}

async function start(env: Env, { dev, say }: StartOptions, undo: Undo): Promise<void> {
  const { signing, trust, fault } = await openSigning(env)
  undo.add(() => signing.close())
  if (fault) say(keyFaultText(fault))

  const metrics = createMetrics()
  const health = new Health({ metrics, metricsToken: env.METRICS_TOKEN })
  const { server, show } = await listen(env.HOST, env.PORT, (request, response) => health.handle(request, response))
  undo.add(() => closeHttp(server))

  const database = await openDatabase(env)
  undo.add(() => database.close())
  const { db, sql } = database.client

  const secret = env.AUTH_SECRET ?? (await keptAuthSecret(resolve(env.SAMSKRIFT_DATA)))
  // next-auth and the pages read these from the environment.
  Object.assign(process.env, { AUTH_SECRET: secret, NEXTAUTH_SECRET: secret, NEXTAUTH_URL: env.publicUrl })

  if (!dev) await buildIfStale(() => say('Bygger sidorna, det tar någon minut …'))
  if (env.demo) await loadDemo(db)

  await openConnections(sql, 8)
  const documents = createDocuments(database.client, { onFolded: metrics.folded })
  undo.add(() => documents.close())
  const exports = createExports({
    resolve: async (reportId, userId, format, wish) => {
      const actor = await loadActor(db, userId)
      if (!actor) throw new Error('the user is gone')
      return resolveExport({ db, documents }, actor, reportId, format, wish)
    },
  })
  undo.add(() => exports.close())

  const bus = await openBus(env, secret)
  undo.add(async () => bus?.close())
  const collab = createCollab({
    bus,
    client: database.client,
    documents,
    authenticate: async cookie => {
      const session = await readSession(cookie, secret)
      return session ? loadActor(db, session.userId) : null
    },
    reloadActor: userId => loadActor(db, userId),
    publicOrigins: () => [new URL(env.publicUrl).origin],
    isTrustedProxy: env.TRUSTED_PROXIES,
  })
  undo.add(() => collab.close())
  metrics.watch(collab)
  const deliveries = new DeliveryClock({ db, allowLoopback: env.demo, privateHosts: env.WEBHOOK_PRIVATE_HOSTS })
  undo.add(() => deliveries.stop())
  const hear = (event: ServerEvent): void => {
    collab.onEvent(event)
    if (event.type === 'data' || event.type === 'deliveries') void deliveries.tick()
  }
  const unsubscribe = await subscribe(sql, hear, collab.onEventsReconnected)
  undo.add(unsubscribe)
  const verifier = createVerifier({
    // Asked each time: a key that is made anew has a new root.
    trust: async () => ({ ...trust, roots: [...trust.roots, ...((await signing.provider?.roots()) ?? [])] }),
  })
  undo.add(() => verifier.close())
  const verifications = new VerifyRequests({
    judge: (bytes, code) => judgeFile({ db, verifier }, bytes, code),
    isTrustedProxy: env.TRUSTED_PROXIES,
  })
  provideServices({
    db,
    sql,
    documents,
    exports,
    signing,
    presence: collab.presence,
    apiLimits: new ApiLimits(),
    verifications,
    readWord: readWordInChild,
  })

  await loadNextConfig(dev)
  const pages = next({ dev, dir: process.cwd(), httpServer: server, hostname: env.HOST, port: env.PORT })
  await pages.prepare()
  undo.add(() => pages.close())
  const handle = pages.getRequestHandler()
  show(async (request, response) => {
    tellAddress(request, env.TRUSTED_PROXIES)
    if (collab.handleRequest(request, response)) return
    if (!(await verifications.handle(request, response, handle))) await handle(request, response)
  })
  collab.attach(server)
  health.askDatabase = () => sql`select 1`
  // Last in, first out: load balancers hear of it before anything stops.
  undo.add(async () => {
    health.isClosing = true
  })
  if (env.SMTP_URL) {
    const mailer = smtpMailer(env.SMTP_URL, env.mailFrom)
    const reminders = new ReminderClock({ db, mailer, publicUrl: env.publicUrl })
    undo.add(() => reminders.stop())
  }
  const kolada = new KoladaClock({ db, access: { url: env.KOLADA_URL, proxy: env.KOLADA_PROXY } })
  undo.add(() => kolada.stop())
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
