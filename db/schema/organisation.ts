import { pgTable, text, uuid } from 'drizzle-orm/pg-core'

export const organisation = pgTable('organisation', {
  id: uuid().primaryKey().defaultRandom(),
  name: text().notNull(),
  /** Regular expression that a diarienummer of this organisation matches; never inferred from data. */
  diaryNumberPattern: text().notNull(),
  diaryNumberExample: text().notNull(),
})

/** A nämnd or styrelse: the political board that answers for a report. */
export const board = pgTable('board', {
  id: uuid().primaryKey().defaultRandom(),
  organisationId: uuid()
    .notNull()
    .references(() => organisation.id),
  name: text().notNull(),
  /** Förvaltning that serves the board. */
  administration: text().notNull(),
})
