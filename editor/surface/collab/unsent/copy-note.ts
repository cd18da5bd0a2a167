import type { IndexeddbPersistence } from 'y-indexeddb'
import type { OwnChangesNote } from '../own-changes.ts'
import type { RefusedText } from '../refused-text.ts'

/** What stands beside the text in its database. */
export interface CopyNote extends OwnChangesNote {
  /** Changes that the server has not committed. */
  waiting: number
  /** Sections that they are in. */
  sections: string[]
  /** What the server refused, where that is all of the text that nobody else has. It is not sent again. */
  refused: RefusedText | null
}

const KEY = 'note'
/** The tab ended between the text and its note: all of the text may be unsent. */
const UNKNOWN: CopyNote = { waiting: 1, sections: [], writers: [], deleted: [], joint: [], refused: null }

export async function readNote(persistence: IndexeddbPersistence): Promise<CopyNote> {
  const note: unknown = await persistence.get(KEY)
  // An earlier version kept less: after a refusal there is then a word too much rather than one too few.
  return typeof note === 'string' ? { ...UNKNOWN, ...(JSON.parse(note) as Partial<CopyNote>) } : UNKNOWN
}

/** Resolves when the note, and everything that was written before it, is in the database. */
export function writeNote(database: IDBDatabase, note: CopyNote): Promise<void> {
  // Over both stores: it waits for the updates that were written before.
  const transaction = database.transaction(['updates', 'custom'], 'readwrite')
  transaction.objectStore('custom').put(JSON.stringify(note), KEY)
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}

/** The database below, which y-indexeddb opens. @throws where the browser keeps nothing */
export const databaseOf = (persistence: IndexeddbPersistence): Promise<IDBDatabase> => persistence._db
