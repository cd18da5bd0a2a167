import * as idb from 'lib0/indexeddb'
import type { RefusedSection } from '../collab/refused-text.ts'
import type { TextOwner } from '../collab/unsent/unsent-names.ts'

/** Text that stands nowhere in the report any more and that nobody has had yet. */
export interface LooseText {
  /** `cut`: cut out and not pasted. `late`: written by somebody else in what was being taken away. */
  reason: 'cut' | 'late'
  section: RefusedSection
}

interface Entry extends LooseText {
  /** Milliseconds since 1970. */
  at: number
}

/** Whose page keeps it, and which text it is. */
export interface LoosePlace extends TextOwner {
  page: string
  id: string
}

const DATABASE = 'samskrift-loose'
const STORE = 'texts'
/** So long it is kept: over a weekend and a holiday, on a computer that others may use. */
const KEPT_DAYS = 7
const DAY_MS = 86_400_000

type Key = [userId: string, reportId: string, page: string, id: string]

const keyOf = ({ userId, reportId, page, id }: LoosePlace): Key => [userId, reportId, page, id]

/** All keys that begin so: an array comes after every string. */
const within = (...start: string[]): IDBKeyRange => IDBKeyRange.bound(start, [...start, []])

async function inStore<T>(use: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  const database = await idb.openDB(DATABASE, fresh => idb.createStores(fresh, [[STORE]]))
  try {
    const [store] = idb.transact(database, [STORE], 'readwrite')
    return await use(store as IDBObjectStore)
  } finally {
    database.close()
  }
}

/** @throws where the browser keeps nothing */
export const putLoose = (place: LoosePlace, { reason, section }: LooseText): Promise<void> => {
  const entry: Entry = { reason, section, at: Date.now() }
  // A database takes any plain value; lib0 says less.
  return inStore(store => idb.put(store, entry as unknown as string, keyOf(place)))
}

export const removeLoose = (place: LoosePlace): Promise<void> => inStore(store => idb.del(store, keyOf(place)))

/** What a person's pages keep of a report. What is too old is removed, whoever's it is. */
export function readLoose({ userId, reportId }: TextOwner): Promise<{ place: LoosePlace; text: LooseText }[]> {
  return inStore(async store => {
    const oldest = Date.now() - KEPT_DAYS * DAY_MS
    const entries = (await idb.getAllKeysValues(store)) as { k: Key; v: Entry }[]
    await Promise.all(entries.filter(({ v }) => v.at < oldest).map(({ k }) => idb.del(store, k)))
    return entries
      .filter(({ k, v }) => k[0] === userId && k[1] === reportId && v.at >= oldest)
      .map(({ k: [, , page, id], v: { reason, section } }) => ({
        place: { userId, reportId, page, id },
        text: { reason, section },
      }))
  })
}

/** Throws away all of a person's, in all reports. */
export async function forgetLoose(userId: string): Promise<void> {
  await inStore(store => idb.del(store, within(userId)))
}
