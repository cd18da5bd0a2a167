import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { organisation } from './organisation.ts'
import { appUser, ROLES } from './user.ts'

/** From this period on the series is measured another way, and is not compared with what came before. */
export interface SeriesBreak {
  period: string
  /** What changed, in words for the reader. */
  note: string
}

/** The catalogue: what is measured, once per organisation. */
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
    /** Its id in the source's own catalogue, e.g. "U21454" in Kolada; null where it has none. */
    code: text(),
    /** What is counted, of whom, and how. */
    definition: text().notNull().default(''),
    unit: text({ enum: ['percent', 'count', 'persons', 'kr', 'tkr', 'mnkr', 'index', 'yesno', 'other'] }).notNull(),
    /** The unit's own word where `unit` is "other": "gram/portion", "kr/dygn". Empty otherwise. */
    unitText: text().notNull().default(''),
    decimals: integer().notNull(),
    /** Direction that is better. `comparison`: better than the value it is compared with. */
    better: text({ enum: ['up', 'down', 'same', 'yes', 'comparison', 'none'] }).notNull(),
    /** Whether there are figures for women and men besides those for everybody. */
    byGender: boolean().notNull().default(false),
    /** The role that answers for the figures; null where none is named. */
    ownerRole: text({ enum: ROLES }),
    rhythm: text({ enum: ['year', 'half-year', 'quarter', 'month', 'irregular'] })
      .notNull()
      .default('year'),
    /** Counts, and n of shares, below this are not shown in public; null where small numbers are no risk. */
    smallNumber: integer(),
    /** The parts need not add up to the total (SCB's Cell Key Method from reference year 2025). */
    doesNotSum: boolean().notNull().default(false),
    breaks: jsonb().$type<SeriesBreak[]>().notNull().default([]),
    /** Since when the source no longer has it ("utgått mått"). */
    retiredAt: timestamp({ withTimezone: true }),
    position: integer().notNull(),
  },
  table => [primaryKey({ columns: [table.organisationId, table.id] })],
)

/** What somebody changed in the catalogue, for those who later ask why a figure is counted as it is. Append-only. */
export const indicatorChange = pgTable(
  'indicator_change',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    organisationId: uuid().notNull(),
    indicatorId: text().notNull(),
    changedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    changedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** The columns that moved, by their names: before and after. */
    changes: jsonb().$type<Record<string, { before: unknown; after: unknown }>>().notNull(),
  },
  table => [
    foreignKey({
      name: 'indicator_change_indicator',
      columns: [table.organisationId, table.indicatorId],
      foreignColumns: [indicator.organisationId, indicator.id],
    }),
    index('indicator_change_of_indicator').on(table.organisationId, table.indicatorId, table.id),
  ],
)
