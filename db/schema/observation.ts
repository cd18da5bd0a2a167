import { sql } from 'drizzle-orm'
import { bigint, index, numeric, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { dataImport } from './data-import.ts'

/**
 * Append-only: the newest row (highest id) of an indicator, kind, period and gender is the value, and the newest one
 * recorded by an instant is what was known then.
 */
export const observation = pgTable(
  'observation',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    organisationId: uuid().notNull(),
    indicatorId: text().notNull(),
    /**
     * `result`: measured, or the outcome of a budget. `target`: the organisation's own. `national`: the target that
     * is set nationally. `comparison`: what others have, the country for example.
     */
    kind: text({ enum: ['result', 'target', 'national', 'comparison', 'budget', 'forecast'] }).notNull(),
    /** Calendar year "2023"; also "2023-H1", "2023-K2", "2023-11", and "2023-01..11" for January to November. */
    period: text().notNull(),
    gender: text({ enum: ['T', 'K', 'M'] })
      .notNull()
      .default('T'),
    /** Decimal as text, exactly as imported; null is a missing value, never 0. */
    value: numeric(),
    numerator: numeric(),
    denominator: numeric(),
    /** `withdrawn`: there is no value any more, since the import that brought it was undone. */
    status: text({ enum: ['final', 'preliminary', 'suppressed', 'missing', 'withdrawn'] })
      .notNull()
      .default('final'),
    /** A target in words rather than a number: increase, decrease, keep as it is, yes, no, as the country, or a reference in `note`. */
    goal: text({ enum: ['increase', 'decrease', 'keep', 'yes', 'no', 'national', 'reference'] }),
    /** Footnote of the value. */
    note: text(),
    /** Where the value came from. */
    importId: uuid()
      .notNull()
      .references(() => dataImport.id),
    /** What brought an earlier value back: the undoing of a later import. Null for a value of its own import. */
    restoredBy: uuid().references(() => dataImport.id),
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
    index('observation_of_import').on(table.importId),
    index('observation_restored').on(table.restoredBy).where(sql`restored_by is not null`),
  ],
)
