import type { Page } from '@playwright/test'

/** Names of the browser's databases of unsent text. */
export const copies = (page: Page): Promise<string[]> =>
  page.evaluate(async () =>
    (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('samskrift-unsent') ? [name] : [])),
  )
