import { bigint, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { report, reportSection } from './report.ts'
import { appUser } from './user.ts'

/**
 * What people say to each other about a place in a report's text. Where it is, only the text knows: the mark `comment`
 * with the thread's id moves with it.
 */
export const commentThread = pgTable(
  'comment_thread',
  {
    id: uuid().primaryKey().defaultRandom(),
    reportId: uuid()
      .notNull()
      .references(() => report.id),
    /** The section that it was begun in. */
    sectionId: uuid()
      .notNull()
      .references(() => reportSection.id),
    /** report.version that it was begun in. */
    version: integer().notNull(),
    /** The words that it was begun on, for when they are no longer in the text. */
    quote: text().notNull(),
    startedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    startedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Null while it is open. */
    resolvedAt: timestamp({ withTimezone: true }),
    resolvedBy: uuid().references(() => appUser.id),
  },
  table => [index('comment_thread_of_report').on(table.reportId, table.startedAt)],
)

/** One thing said in a thread. The first is what it was begun with. */
export const commentMessage = pgTable(
  'comment_message',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    threadId: uuid()
      .notNull()
      .references(() => commentThread.id, { onDelete: 'cascade' }),
    authorId: uuid()
      .notNull()
      .references(() => appUser.id),
    body: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Null where it is as it was first written. */
    editedAt: timestamp({ withTimezone: true }),
    /** When its author took it back; its place in the thread is still shown, without the words. */
    removedAt: timestamp({ withTimezone: true }),
  },
  table => [index('comment_message_of_thread').on(table.threadId, table.id)],
)
