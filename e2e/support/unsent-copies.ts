import type { Page } from '@playwright/test'

/** Names of the browser's databases of unsent text. */
export const copies = (page: Page): Promise<string[]> =>
  page.evaluate(async () =>
    (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('samskrift-unsent') ? [name] : [])),
  )

/** How many of them have their text: a database has its name before anything stands in it. */
export const keptCopies = async (page: Page): Promise<number> => (await notes(page, 'count')).length

/** As where a tab ended between the text and the note that stands beside it. @returns how many notes there were */
export const removeNotes = async (page: Page): Promise<number> => (await notes(page, 'remove')).length

const notes = async (page: Page, what: 'count' | 'remove'): Promise<string[]> =>
  page.evaluate(
    async ([names, remove]) => {
      const noted: string[] = []
      for (const name of names) {
        const database = await new Promise<IDBDatabase | null>(resolve => {
          const opening = indexedDB.open(name)
          // Removed meanwhile: it is not to be made anew.
          opening.onupgradeneeded = () => opening.transaction?.abort()
          opening.onerror = () => resolve(null)
          opening.onsuccess = () => resolve(opening.result)
        })
        if (!database) continue
        try {
          if (!database.objectStoreNames.contains('custom')) continue
          const transaction = database.transaction('custom', 'readwrite')
          const store = transaction.objectStore('custom')
          const note = await new Promise(resolve => {
            const getting = store.get('note')
            getting.onsuccess = () => resolve(getting.result)
          })
          if (note !== undefined) noted.push(name)
          if (remove) store.delete('note')
          await new Promise(resolve => {
            transaction.oncomplete = resolve
          })
        } finally {
          database.close()
        }
      }
      return noted
    },
    [await copies(page), what === 'remove'] as const,
  )
