import { sql } from 'drizzle-orm'
import { date, index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { reportSection } from './report.ts'
import { appUser } from './user.ts'

/** That somebody is to be told of a section's deadline; written first and sent after, so that none is lost or sent twice. */
export const reminder = pgTable(
  'reminder',
  {
    id: uuid().primaryKey().defaultRandom(),
    userId: uuid()
      .notNull()
      .references(() => appUser.id),
    sectionId: uuid()
      .notNull()
      .references(() => reportSection.id),
    /** Local day that it belongs to: at most one per person, section and day. */
    day: date({ mode: 'string' }).notNull(),
    /** Who asked for it; null where the calendar did. */
    askedBy: uuid().references(() => appUser.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    sentAt: timestamp({ withTimezone: true }),
    /** Name of the error of the last attempt; null once it went. */
    failure: text(),
  },
  table => [
    unique('reminder_once').on(table.userId, table.sectionId, table.day),
    index('reminder_unsent').on(table.createdAt).where(sql`sent_at is null`),
  ],
)
