import { and, eq, max } from 'drizzle-orm'
import { reportUpdate } from '#db/schema/document.ts'
import { reportSection } from '#db/schema/report.ts'
import { roleGrant } from '#db/schema/user.ts'
import { loadActor } from '#server/auth/load-actor.ts'
import { startCollab, type TestServer, type World } from '#server/collab/testing/world.ts'
import type { Documents } from '#server/documents/documents.ts'
import { publish, type ServerEvent } from '#server/events.ts'
import type { Role } from '#server/policies/actor.ts'
import { updateSection } from '#server/reports/update-section.ts'
import { StoredText } from './stored-text.ts'

/** Folds soon and often, so that every history sees some. */
const OPTIONS = { events: true, tuning: { foldIdle: 30, foldLongest: 120, foldTail: 20, foldSpacing: 50 } }

export interface HeldReport {
  /** @returns the text that it froze */
  lock(): Promise<Uint8Array>
  lockSection(sectionId: string): Promise<void>
}

/** One report on a running server, with somebody who runs it by the product's own actions. */
export class Stage {
  readonly reportId: string
  readonly sections: string[]
  readonly seed: Uint8Array
  #server: TestServer
  readonly #world: World
  readonly #clerk: string

  private constructor(
    world: World,
    clerk: string,
    made: { id: string; sections: string[] },
    seed: Uint8Array,
    server: TestServer,
  ) {
    this.#world = world
    this.#clerk = clerk
    this.reportId = made.id
    this.sections = made.sections
    this.seed = seed
    this.#server = server
  }

  /** @param documents are shared: each has threads of its own, which take a second to start */
  static async open(world: World, documents: Documents, sections: number): Promise<Stage> {
    const clerk = await world.user('Nämndsekreterare', 'namndsekreterare')
    const made = await world.report(clerk, sections)
    const seed = await StoredText.seedOf(world.client, made.id)
    return new Stage(world, clerk, made, seed, await startCollab(world, { ...OPTIONS, documents }))
  }

  get port(): number {
    return this.#server.port
  }

  /** @returns the id of the new user */
  join(name: string, isContributor: boolean): Promise<string> {
    return this.#world.user(name, isContributor ? 'bidragsgivare' : 'mas')
  }

  lockSection(sectionId: string, locked: boolean): Promise<void> {
    return this.#update(sectionId, { locked })
  }

  assign(sectionId: string, ownerId: string): Promise<void> {
    return this.#update(sectionId, { ownerId })
  }

  async changeRole(userId: string, role: Role): Promise<void> {
    await this.#world.client.db.transaction(async tx => {
      await tx.update(roleGrant).set({ role }).where(eq(roleGrant.userId, userId))
      await publish(tx, { type: 'rights', userId })
    })
  }

  /** As lock-report does it: nothing of it is committed from now on. */
  async holdReport(): Promise<HeldReport> {
    const { reportId } = this
    const connection = await this.#world.client.sql.reserve()
    await connection`begin`
    await connection`select 1 from report where id = ${reportId} for no key update`
    const commit = async (type: ServerEvent['type']): Promise<void> => {
      await connection`select pg_notify('samskrift', ${JSON.stringify({ type, reportId })})`
      await connection`commit`
      connection.release()
    }
    return {
      lockSection: async sectionId => {
        await connection`update report_section set locked_at = now() where id = ${sectionId}`
        await connection`update report set locked_at = locked_at where id = ${reportId}`
        await commit('structure')
      },
      lock: async () => {
        const { state } = await this.#server.documents.fold(reportId)
        await connection`update report set locked_at = now(), locked_by = ${this.#clerk} where id = ${reportId}`
        await commit('locked')
        return state
      },
    }
  }

  /** @returns the text that it froze */
  async lockReport(): Promise<Uint8Array> {
    const { lock } = await this.holdReport()
    return lock()
  }

  /** The last place in the log that is taken. */
  async lastSeq(): Promise<number> {
    const [row] = await this.#world.client.db
      .select({ seq: max(reportUpdate.seq) })
      .from(reportUpdate)
      .where(eq(reportUpdate.reportId, this.reportId))
    return row?.seq ?? 0
  }

  async sectionCount(): Promise<number> {
    const rows = await this.#world.client.db
      .select()
      .from(reportSection)
      .where(and(eq(reportSection.reportId, this.reportId)))
    return rows.length
  }

  read(): Promise<StoredText> {
    return StoredText.read(this.#world.client, this.reportId, this.seed)
  }

  /** What the server makes of its log. */
  async folded(): Promise<Uint8Array> {
    return (await this.#server.documents.fold(this.reportId)).state
  }

  async restart(): Promise<void> {
    const { port } = this
    await this.#server.stop()
    this.#server = await startCollab(this.#world, { ...OPTIONS, documents: this.#server.documents, port })
  }

  close(): Promise<void> {
    return this.#server.stop()
  }

  async #update(sectionId: string, change: object): Promise<void> {
    const actor = await loadActor(this.#world.client.db, this.#clerk)
    if (!actor) throw new Error('no clerk')
    await updateSection(this.#world.client, actor, sectionId, change)
  }
}
