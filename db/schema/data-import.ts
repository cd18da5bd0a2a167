import { boolean, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bytea } from './document.ts'
import { organisation } from './organisation.ts'
import { appUser } from './user.ts'

/** Something that changed figures: who, when, from what. A file is kept: a passport leads back to it. */
export const dataImport = pgTable(
  'data_import',
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    source: text().notNull(),
    method: text({ enum: ['file', 'paste', 'manual', 'kolada', 'api', 'undo'] })
      .notNull()
      .default('file'),
    /** Null for what came without a file. */
    fileName: text(),
    /** Of the bytes that came: the file, what was pasted, or the body of the request. */
    fileSha256: text().notNull(),
    file: bytea(),
    /** How the file was read, see server/indicators/layout/; null for what came without a file. */
    layout: jsonb(),
    /** What was asked for, where the figures came by a question: the address of a Kolada query, or the API's path. */
    query: text(),
    /** Why figures were changed by hand, or an import was undone. */
    reason: text(),
    /** The import that this one undoes. */
    undoes: uuid(),
    /** Who imported, or whose API token was used. */
    importedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    importedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  table => [uniqueIndex('data_import_undone_once').on(table.undoes)],
)

/** An uploaded file that waits for a person to confirm its preview. */
export const importDraft = pgTable('import_draft', {
  id: uuid().primaryKey().defaultRandom(),
  organisationId: uuid()
    .notNull()
    .references(() => organisation.id),
  source: text().notNull(),
  method: text({ enum: ['file', 'paste'] })
    .notNull()
    .default('file'),
  fileName: text().notNull(),
  file: bytea().notNull(),
  /** How somebody has said that the file is to be read, as JSON; null where the source says it. */
  layout: jsonb(),
  uploadedBy: uuid()
    .notNull()
    .references(() => appUser.id),
  uploadedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  confirmed: boolean().notNull().default(false),
})

/** A source of the organisation's own, or its own way to read the files of a source of the product. */
export const dataSource = pgTable(
  'data_source',
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    /** "medarbetarenkat"; the id of a source of the product where it changes how that one's files are read. */
    id: text().notNull(),
    name: text().notNull(),
    /** How its files are read, as somebody pointed it out once; see server/indicators/layout/. */
    layout: jsonb().notNull(),
    changedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    changedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  table => [primaryKey({ columns: [table.organisationId, table.id] })],
)

/** Figures that are fetched by themselves, and how it went. */
export const dataRefresh = pgTable(
  'data_refresh',
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    /** "kolada". */
    source: text().notNull(),
    /** What is asked for, as the source's folder defines it. */
    settings: jsonb().notNull(),
    changedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    /** Null while it is turned off. */
    nextAt: timestamp({ withTimezone: true }),
    lastAt: timestamp({ withTimezone: true }),
    lastSuccessAt: timestamp({ withTimezone: true }),
    /** Code of what went wrong the last time; null where it went well. */
    lastError: text(),
  },
  table => [primaryKey({ columns: [table.organisationId, table.source] })],
)
