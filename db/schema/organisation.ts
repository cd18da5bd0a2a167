import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'

export const organisation = pgTable('organisation', {
  id: uuid().primaryKey().defaultRandom(),
  name: text().notNull(),
  /** Organisationsnummer, "NNNNNN-NNNN"; null where nobody has given it. */
  organisationNumber: text(),
  /** Regular expression that a diarienummer of this organisation matches; never inferred from data. */
  diaryNumberPattern: text().notNull(),
  diaryNumberExample: text().notNull(),
  /** Null for the look that everybody has. */
  documentProfile: jsonb().$type<DocumentProfile>(),
})

/** How the organisation's documents look. */
export interface DocumentProfile {
  /** "#rrggbb": rules and titles. Its contrast with white is at least 4.5:1. */
  accent: string
  /** PNG or JPEG, base64; null for the name in words. */
  logo: { mediaType: 'image/png' | 'image/jpeg'; base64: string; width: number; height: number; alt: string } | null
  /** Printed at the foot of every page beside the page number; empty for nothing. */
  foot: string
  pageFormat: 'A4' | 'A4-duplex'
  /** Not there where it was chosen before there was more than one: IBM Plex Sans. */
  typeface?: 'plex-sans' | 'source-sans' | 'source-serif'
}

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
