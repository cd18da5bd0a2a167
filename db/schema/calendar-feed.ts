import { pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { appUser } from './user.ts'

/** An address under which a calendar reads a person's deadlines without signing in; a new one makes the old one useless. */
export const calendarFeed = pgTable('calendar_feed', {
  userId: uuid()
    .primaryKey()
    .references(() => appUser.id),
  /** SHA-256 of the secret in the address, lower-case hex. */
  tokenSha256: text().notNull().unique(),
  createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  lastUsedAt: timestamp({ withTimezone: true }),
})
