import { clearDocument, IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { type CopyNote, databaseOf, readNote } from './copy-note.ts'
import { type TextOwner, unsentNames } from './unsent-names.ts'

/** Unsent text that a tab left behind: it was closed, reloaded or killed. */
export interface LeftText extends CopyNote {
  /** The whole document as that tab had it. */
  doc: Y.Doc
  /** It is safe elsewhere, or nobody wants it. */
  discard: () => Promise<void>
}

/** A damaged database may say nothing at all, ms. */
const READ_MS = 10_000

function readWithin(ms: number, reading: Promise<unknown>): Promise<unknown> {
  const late = new Promise((_resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('the database does not answer', 'TimeoutError')), ms)
    reading.then(() => clearTimeout(timer))
  })
  return Promise.race([reading, late])
}

async function readLeftText(name: string): Promise<LeftText> {
  const doc = new Y.Doc()
  const persistence = new IndexeddbPersistence(name, doc)
  await databaseOf(persistence)
  await readWithin(READ_MS, persistence.whenSynced)
  const note = await readNote(persistence)
  await persistence.destroy()
  return { ...note, doc, discard: () => clearDocument(name) }
}

async function takeWhenFree(name: string, take: (left: LeftText) => Promise<void>, signal: AbortSignal) {
  await navigator.locks.request(name, { signal }, async () => {
    const all = await indexedDB.databases()
    if (all.every(database => database.name !== name)) return
    const left = await readLeftText(name)
    if (left.waiting > 0 || left.refused) await take(left)
    else await left.discard()
  })
}

/**
 * Finds the unsent text that this person's other tabs left in a report. Text of a tab that is still open is taken when
 * that tab ends without having sent it.
 *
 * @param take resolves when the text has been taken over and discarded; calls `offered` where that is for the person
 *   to decide, and nothing else need wait for it
 * @returns when everything that was free has been taken
 */
export async function takeLeftTexts(
  owner: TextOwner,
  take: (left: LeftText, offered: () => void) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  if (!navigator.locks) return
  const names = await unsentNames(owner.userId, owner.reportId)
  const { held = [] } = await navigator.locks.query()
  const busy = new Set(held.map(lock => lock.name))
  const taking = names.map(name => ({
    name,
    done: new Promise<void>(resolve => {
      takeWhenFree(name, left => take(left, resolve), signal)
        .catch((error: unknown) => {
          if (!signal.aborted) console.error('Unsent text could not be read', error)
        })
        .finally(resolve)
    }),
  }))
  await Promise.all(taking.filter(({ name }) => !busy.has(name)).map(({ done }) => done))
}
