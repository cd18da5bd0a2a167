import { eq } from 'drizzle-orm'
import * as Y from 'yjs'
import type { DatabaseClient } from '#db/client.ts'
import { reportDocument } from '#db/schema/document.ts'
import { readLog } from '#server/testing/read-log.ts'
import { charactersOf } from './characters.ts'

export interface Row {
  seq: number
  userId: string | null
  data: Uint8Array
}

/** A report's text as the log has it from the first row on, read without the server. */
export class StoredText {
  readonly doc = new Y.Doc()
  readonly rows: Row[]

  private constructor(seed: Uint8Array, rows: Row[]) {
    this.rows = rows
    for (const data of [seed, ...rows.map(row => row.data)]) Y.applyUpdate(this.doc, data)
  }

  static async seedOf({ db }: Pick<DatabaseClient, 'db'>, reportId: string): Promise<Uint8Array> {
    const [stored] = await db.select().from(reportDocument).where(eq(reportDocument.reportId, reportId))
    if (!stored) throw new Error('no document')
    return stored.state
  }

  static async read({ db }: Pick<DatabaseClient, 'db'>, reportId: string, seed: Uint8Array): Promise<StoredText> {
    return new StoredText(seed, await readLog(db, reportId))
  }

  /** Characters that were in some row, whether they were deleted later or not. */
  get everStored(): Set<string> {
    return charactersOf(
      this.rows
        .flatMap(({ data }) => Y.decodeUpdate(data).structs)
        .map(struct => (struct instanceof Y.Item ? contentOf(struct) : ''))
        .join(''),
    )
  }

  /** Which sections each row changed, to be seen. */
  static changesBy(seed: Uint8Array, rows: readonly Row[], sections: readonly string[]): Map<Row, string[]> {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, seed)
    const shown = (): string[] => sections.map(id => doc.getXmlFragment(id).toString())
    let before = shown()
    return new Map(
      rows.map(row => {
        Y.applyUpdate(doc, row.data)
        const after = shown()
        const changed = sections.filter((_, index) => after[index] !== before[index])
        before = after
        return [row, changed]
      }),
    )
  }
}

/** Words, and what stands in attributes, such as a goal or a caption. */
const contentOf = ({ content }: Y.Item): string =>
  content instanceof Y.ContentType ? '' : JSON.stringify(content.getContent())
