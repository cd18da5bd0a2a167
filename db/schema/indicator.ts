import {
  bigint,
  boolean,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytea } from './document.ts'
import { organisation } from './organisation.ts'
import { appUser } from './user.ts'

export const indicator = pgTable(
  'indicator',
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    /** Readable and stable: "senior-alert/trycksar/utford-atgard-vid-risk". */
    id: text().notNull(),
    /** Source that it is imported from, also its group in menus. */
    source: text().notNull(),
    /** Row group in a table: "Trycksår". Empty where the indicator stands alone. */
    area: text().notNull(),
    name: text().notNull(),
    unit: text({ enum: ['percent', 'count', 'persons', 'kr', 'tkr'] }).notNull(),
    decimals: integer().notNull(),
    better: text({ enum: ['up', 'down', 'none'] }).notNull(),
    position: integer().notNull(),
  },
  table => [primaryKey({ columns: [table.organisationId, table.id] })],
)

/** A finished import. The file itself is kept: a passport leads back to it. */
export const dataImport = pgTable('data_import', {
  id: uuid().primaryKey().defaultRandom(),
  organisationId: uuid()
    .notNull()
    .references(() => organisation.id),
  source: text().notNull(),
  fileName: text().notNull(),
  fileSha256: text().notNull(),
  file: bytea().notNull(),
  importedBy: uuid()
    .notNull()
    .references(() => appUser.id),
  importedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})

/** Append-only: the newest row (highest id) of an indicator, kind, period and gender is the value. */
export const observation = pgTable(
  'observation',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    organisationId: uuid().notNull(),
    indicatorId: text().notNull(),
    /** A measured result, or the local target for the period. */
    kind: text({ enum: ['result', 'target'] }).notNull(),
    /** Calendar year "2023" (months and quarters: "2023-11", "2023-K2"). */
    period: text().notNull(),
    gender: text({ enum: ['T', 'K', 'M'] })
      .notNull()
      .default('T'),
    /** Decimal as text, exactly as imported; null is a missing value, never 0. */
    value: numeric(),
    numerator: numeric(),
    denominator: numeric(),
    importId: uuid()
      .notNull()
      .references(() => dataImport.id),
    recordedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  table => [
    index('observation_newest').on(
      table.organisationId,
      table.indicatorId,
      table.period,
      table.kind,
      table.gender,
      table.id.desc(),
    ),
  ],
)

/** An uploaded file that waits for a person to confirm its preview. */
export const importDraft = pgTable('import_draft', {
  id: uuid().primaryKey().defaultRandom(),
  organisationId: uuid()
    .notNull()
    .references(() => organisation.id),
  source: text().notNull(),
  fileName: text().notNull(),
  file: bytea().notNull(),
  uploadedBy: uuid()
    .notNull()
    .references(() => appUser.id),
  uploadedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  confirmed: boolean().notNull().default(false),
})
