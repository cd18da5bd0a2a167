import { forgetMessages } from '../../comments/message-drafts.ts'
import { forgetLoose } from '../../loose/loose-store.ts'

/** Whose text, and in which report. */
export interface TextOwner {
  userId: string
  reportId: string
}

const PREFIX = 'samskrift-unsent'

/** Name of the database, and of the lock, of one tab's unsent text. The user is in it: nobody is shown another's. */
export const unsentName = ({ userId, reportId }: TextOwner): string =>
  [PREFIX, userId, reportId, crypto.randomUUID()].join(':')

/** Databases with a user's unsent text in this browser. @param reportId in this report only */
export async function unsentNames(userId: string, reportId?: string): Promise<string[]> {
  const start = [PREFIX, userId, ...(reportId ? [reportId] : []), ''].join(':')
  const databases = await indexedDB.databases()
  return databases.flatMap(({ name }) => (name?.startsWith(start) ? [name] : []))
}

export const reportOf = (name: string): string => name.split(':')[2] ?? ''

/** Throws away a user's unsent text, messages, and what stands nowhere any more, in all reports. */
export async function forgetUnsent(userId: string): Promise<void> {
  forgetMessages(userId)
  await forgetLoose(userId)
  for (const name of await unsentNames(userId)) {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name)
      request.onsuccess = () => resolve()
      request.onerror = () => reject(request.error)
    })
  }
}
