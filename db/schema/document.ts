import { sql } from 'drizzle-orm'
import {
  bigint,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { report, reportSection } from './report.ts'
import { appUser } from './user.ts'

export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
})

/** The Yjs state of a report with the log folded in up to now; the rest is in report_update. */
export const reportDocument = pgTable('report_document', {
  reportId: uuid()
    .primaryKey()
    .references(() => report.id),
  /** Yjs update, encoding V1. */
  state: bytea().notNull(),
  /** Yjs state vector of `state`, so that opening a room decodes nothing. */
  stateVector: bytea().notNull(),
  /** Highest report_update.seq that is folded into `state`; 0 for the seed. */
  seq: bigint({ mode: 'number' }).notNull().default(0),
  editorVersion: integer().notNull(),
})

/** Append-only log of Yjs updates. A row is never changed but for `foldedAt`. */
export const reportUpdate = pgTable(
  'report_update',
  {
    seq: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    // No foreign keys, which are looked up row by row: the INSERT takes a share lock on the report itself and skips a
    // locked one, and people are never deleted (app_user.active).
    reportId: uuid().notNull(),
    userId: uuid(),
    /** One Yjs update, encoding V1, or several that this person sent in the same moment: server/documents/log-data.ts. */
    data: bytea().notNull(),
    /** How many there are in `data`. */
    updates: integer().notNull().default(1),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
    foldedAt: timestamp({ withTimezone: true }),
  },
  table => [
    // Every index costs each keystroke: bench/results/collab.md.
    primaryKey({ columns: [table.reportId, table.seq] }),
    index('report_update_unfolded').on(table.reportId, table.seq).where(sql`folded_at is null`),
  ],
)

/** The projection: a section's text as ProseMirror JSON, for readers that must not build a Y.Doc. */
export const sectionText = pgTable(
  'section_text',
  {
    reportId: uuid()
      .notNull()
      .references(() => report.id),
    sectionId: uuid()
      .notNull()
      .references(() => reportSection.id),
    /** The log position that `content` shows. */
    seq: bigint({ mode: 'number' }).notNull(),
    /** ProseMirror JSON of the fragment: {type: 'doc', content: [...]}. */
    content: jsonb().$type<{ type: 'doc'; content?: unknown[] }>().notNull(),
    plainText: text().notNull(),
  },
  table => [primaryKey({ columns: [table.reportId, table.sectionId] })],
)

/** A moment of a report's text that people can come back to. */
export const reportVersion = pgTable(
  'report_version',
  {
    id: uuid().primaryKey().defaultRandom(),
    reportId: uuid()
      .notNull()
      .references(() => report.id),
    /** The log position that `state` holds. */
    seq: bigint({ mode: 'number' }).notNull(),
    kind: text({ enum: ['checkpoint', 'named', 'before-restore', 'locked', 'migrated'] }).notNull(),
    /** What somebody called it; null for the automatic ones. */
    name: text(),
    /** Yjs update, encoding V2, gzip: the whole document at `seq`. */
    state: bytea().notNull(),
    editorVersion: integer().notNull(),
    createdBy: uuid().references(() => appUser.id),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  table => [index('report_version_of_report').on(table.reportId, table.seq)],
)

/** What lock-report stored, one row per locked version: everything exported later comes from here. Append-only. */
export const frozenReport = pgTable(
  'frozen_report',
  {
    reportId: uuid()
      .notNull()
      .references(() => report.id),
    /** report.version when it was locked. */
    version: integer().notNull().default(1),
    /** ResolvedReport as RFC 8785 canonical JSON. */
    resolved: text().notNull(),
    /** SHA-256 of `resolved`, lower-case hex. */
    sha256: text().notNull(),
    state: bytea().notNull(),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  table => [primaryKey({ columns: [table.reportId, table.version] })],
)

export const image = pgTable('image', {
  id: uuid().primaryKey().defaultRandom(),
  reportId: uuid()
    .notNull()
    .references(() => report.id),
  mediaType: text({ enum: ['image/png', 'image/jpeg'] }).notNull(),
  /** Pixels. */
  width: integer().notNull(),
  height: integer().notNull(),
  sha256: text().notNull(),
  bytes: bytea().notNull(),
  uploadedBy: uuid()
    .notNull()
    .references(() => appUser.id),
  uploadedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})
