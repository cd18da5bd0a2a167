import type { Page } from '@playwright/test'

const DATABASE = 'samskrift-loose'

/** How many texts that stand nowhere in a report the browser keeps. */
export const looseTexts = (page: Page): Promise<number> =>
  page.evaluate(async name => {
    // Opening it would make it.
    const all = await indexedDB.databases()
    if (all.every(database => database.name !== name)) return 0
    return new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open(name)
      opening.onerror = () => reject(opening.error)
      opening.onsuccess = () => {
        const counting = opening.result.transaction('texts').objectStore('texts').count()
        counting.onerror = () => reject(counting.error)
        counting.onsuccess = () => resolve(counting.result)
        opening.result.close()
      }
    })
  }, DATABASE)

/** Makes what the browser keeps older. */
export const ageLooseTexts = (page: Page, days: number): Promise<void> =>
  page.evaluate(
    ([name, ms]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('texts', 'readwrite')
          transaction.oncomplete = () => resolve()
          transaction.onabort = () => reject(transaction.error)
          const walking = transaction.objectStore('texts').openCursor()
          walking.onsuccess = () => {
            const cursor = walking.result
            if (!cursor) return
            cursor.update({ ...cursor.value, at: cursor.value.at - ms })
            cursor.continue()
          }
          opening.result.close()
        }
      }),
    [DATABASE, days * 86_400_000] as const,
  )
