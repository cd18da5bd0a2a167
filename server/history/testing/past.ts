import { eq } from 'drizzle-orm'
import * as Y from 'yjs'
import { reportDocument, reportUpdate } from '#db/schema/document.ts'
import type { TestDatabase } from '#db/testing/test-database.ts'
import type { World } from '../../collab/testing/world.ts'
import { packUpdates } from '../../documents/log-data.ts'
import { readLog } from '../../testing/read-log.ts'

/** A report whose changes become rows of its log, by whom and when the test says. */
export class Past {
  private readonly pending: Uint8Array[] = []

  private constructor(
    private readonly database: TestDatabase,
    readonly reportId: string,
    readonly sections: string[],
    readonly doc: Y.Doc,
    private readonly seed: Uint8Array,
  ) {
    doc.on('update', update => this.pending.push(update))
  }

  static async create(world: World, database: TestDatabase, userId: string, sections = 3): Promise<Past> {
    const made = await world.report(userId, sections)
    const [stored] = await database.db.select().from(reportDocument).where(eq(reportDocument.reportId, made.id))
    if (!stored) throw new Error('no document')
    const doc = new Y.Doc()
    Y.applyUpdate(doc, stored.state)
    return new Past(database, made.id, made.sections, doc, stored.state)
  }

  section(index: number): string {
    return this.sections[index] ?? ''
  }

  /** @returns log position of the last row */
  async save(userId: string, at = new Date()): Promise<number> {
    const rows = this.pending.splice(0).map(data => ({ reportId: this.reportId, userId, data, at }))
    const made = await this.database.db.insert(reportUpdate).values(rows).returning({ seq: reportUpdate.seq })
    return made.at(-1)?.seq ?? 0
  }

  /** As one row. @returns its log position */
  async saveTogether(userId: string): Promise<number> {
    const row = { reportId: this.reportId, userId, ...packUpdates(this.pending.splice(0)) }
    const [made] = await this.database.db.insert(reportUpdate).values(row).returning({ seq: reportUpdate.seq })
    return made?.seq ?? 0
  }

  /** The document as the whole log up to `seq` makes it, from the seed on. */
  async replayed(seq: number): Promise<Y.Doc> {
    const doc = new Y.Doc()
    for (const id of this.sections) doc.getXmlFragment(id)
    Y.applyUpdate(doc, this.seed)
    const logged = await readLog(this.database.db, this.reportId)
    for (const update of logged) if (update.seq <= seq) Y.applyUpdate(doc, update.data)
    return doc
  }
}
