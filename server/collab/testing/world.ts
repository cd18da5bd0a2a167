import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import type { DatabaseClient } from '#db/client.ts'
import { reportDocument } from '#db/schema/document.ts'
import { board, organisation } from '#db/schema/organisation.ts'
import { report, reportSection } from '#db/schema/report.ts'
import { appUser, roleGrant } from '#db/schema/user.ts'
import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import { loadActor } from '../../auth/load-actor.ts'
import type { IsTrustedProxy } from '../../client-address.ts'
import { createDocuments } from '../../documents/create-documents.ts'
import type { Documents } from '../../documents/documents.ts'
import { seedDocument } from '../../documents/seed-document.ts'
import { subscribe } from '../../events.ts'
import type { Role } from '../../policies/actor.ts'
import type { Bus } from '../bus/bus.ts'
import { type Collab, createCollab } from '../collab.ts'
import type { Tuning } from '../tuning.ts'

/** An organisation with one board, to put people and reports in. */
export class World {
  private constructor(
    readonly client: DatabaseClient,
    readonly organisationId: string,
    readonly boardId: string,
  ) {}

  static async create(client: DatabaseClient): Promise<World> {
    const { db } = client
    const [org] = await db
      .insert(organisation)
      .values({ name: 'Testköping', diaryNumberPattern: '.*', diaryNumberExample: 'T/2024:1' })
      .returning()
    if (!org) throw new Error('no organisation')
    const [made] = await db
      .insert(board)
      .values({ organisationId: org.id, name: 'Vård- och omsorgsnämnden', administration: 'Vård' })
      .returning()
    if (!made) throw new Error('no board')
    return new World(client, org.id, made.id)
  }

  /** @param role null for somebody without any right */
  async user(name: string, role: Role | null = 'mas'): Promise<string> {
    const { db } = this.client
    const [user] = await db
      .insert(appUser)
      .values({ organisationId: this.organisationId, login: `${name}-${crypto.randomUUID()}`, name, title: name })
      .returning()
    if (!user) throw new Error('no user')
    if (role) await db.insert(roleGrant).values({ userId: user.id, role, boardId: this.boardId })
    return user.id
  }

  /** @returns the report and its sections */
  async report(createdBy: string, sections = 3): Promise<{ id: string; sections: string[] }> {
    const { db, organisationId, boardId } = { ...this, db: this.client.db }
    return db.transaction(async tx => {
      const [made] = await tx
        .insert(report)
        .values({
          organisationId,
          boardId,
          templateKey: 't',
          templateVersion: 1,
          title: 'Rapport',
          year: 2024,
          createdBy,
        })
        .returning()
      if (!made) throw new Error('no report')
      const rows = await tx
        .insert(reportSection)
        .values(
          Array.from({ length: sections }, (_, position) => ({
            reportId: made.id,
            templateSection: `s${position}`,
            position,
            level: 1,
            heading: `Avsnitt ${position}`,
            required: 'yes' as const,
            lawReferences: [],
            guidance: '',
          })),
        )
        .returning()
      const ids = rows.map(row => row.id)
      await tx.insert(reportDocument).values({ reportId: made.id, ...seedDocument(ids), editorVersion: EDITOR_VERSION })
      return { id: made.id, sections: ids }
    })
  }

  async lock(reportId: string): Promise<void> {
    await this.client.db.update(report).set({ lockedAt: new Date() }).where(eq(report.id, reportId))
  }
}

export interface TestServer {
  collab: Collab
  documents: Documents
  server: Server
  port: number
  stop(): Promise<void>
}

export interface TestServerOptions {
  tuning?: Partial<Tuning>
  documents?: Documents
  client?: DatabaseClient
  /** 0 for a free one. */
  port?: number
  /** Listens to PostgreSQL's events as the real server does. */
  events?: boolean
  isTrustedProxy?: IsTrustedProxy
  /** To the other nodes. */
  bus?: Bus
}

/** A co-editing server on a free port. The session cookie is simply `user=<id>`. */
export async function startCollab(world: Pick<World, 'client'>, options: TestServerOptions = {}): Promise<TestServer> {
  const client = options.client ?? world.client
  const documents = options.documents ?? createDocuments(client)
  const collab = createCollab({
    client,
    documents,
    authenticate: async cookie => {
      const id = /user=([0-9a-f-]+)/.exec(cookie ?? '')?.[1]
      return id ? loadActor(client.db, id) : null
    },
    reloadActor: id => loadActor(client.db, id),
    tuning: options.tuning ?? {},
    ...(options.isTrustedProxy ? { isTrustedProxy: options.isTrustedProxy } : {}),
    bus: options.bus ?? null,
  })
  const unsubscribe = options.events
    ? await subscribe(client.sql, collab.onEvent, collab.onEventsReconnected)
    : async () => {}
  const server = createServer((request, response) => collab.handleRequest(request, response) || response.end('page'))
  collab.attach(server)
  await new Promise<void>(resolve => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  return {
    collab,
    documents,
    server,
    port: (server.address() as AddressInfo).port,
    async stop() {
      await unsubscribe()
      await collab.close()
      if (!options.documents) await documents.close()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
