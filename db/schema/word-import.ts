import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { report } from './report.ts'
import { appUser } from './user.ts'

/** One heading of a Word file with what stands under it. */
export interface WordPart {
  id: string
  /** Empty for what stands before the first heading. */
  heading: string
  /** Heading level in the file, from 1; 0 before the first heading. */
  level: number
  /** ProseMirror JSON: {type: 'doc', content: [...]}. */
  content: { type: 'doc'; content?: unknown[] }
  /** The section it was placed in; null while it waits to be placed. */
  sectionId: string | null
  /** Somebody said that it is not to be used. */
  left: boolean
}

/** What the import could not carry over as it was, for the author to look at. */
export interface NotUnderstood {
  /** Code that pages put into Swedish. */
  code: string
  /** A few words of the file to find it by. */
  detail: string
  /** Heading that it stands under. */
  heading: string
}

/** A Word file that is being placed in a report's sections. */
export const wordImport = pgTable(
  'word_import',
  {
    id: uuid().primaryKey().defaultRandom(),
    reportId: uuid()
      .notNull()
      .references(() => report.id),
    fileName: text().notNull(),
    sha256: text().notNull(),
    parts: jsonb().$type<WordPart[]>().notNull(),
    notUnderstood: jsonb().$type<NotUnderstood[]>().notNull(),
    uploadedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    uploadedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** When everything was placed or left out. */
    doneAt: timestamp({ withTimezone: true }),
  },
  table => [index('word_import_of_report').on(table.reportId)],
)
