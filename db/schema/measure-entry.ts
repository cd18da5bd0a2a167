import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { report, reportUnit } from './report.ts'

/**
 * What the organisation's register asks of each åtgärd, kept by a trigger on `report_unit` in the transaction that
 * writes it: the register is searched without a look into the rows, whose values are JSON. Nothing else writes here.
 */
export const measureEntry = pgTable(
  'measure_entry',
  {
    unitId: uuid()
      .primaryKey()
      .references(() => reportUnit.id, { onDelete: 'cascade' }),
    reportId: uuid()
      .notNull()
      .references(() => report.id, { onDelete: 'cascade' }),
    lineageId: uuid().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    /** Taken out of its report. */
    removed: boolean().notNull(),
    /** A later report has what continues it, which stands for it in the register. */
    continued: boolean().notNull().default(false),
    /** Nothing more is to come of it: CLOSED_STATUSES of editor/core/structure/measure.ts. */
    closed: boolean().notNull(),
    /** ISO date, in the order of its signs. */
    due: text(),
    status: text(),
    role: text(),
    /** What it says and its role, in small letters. */
    words: text().notNull(),
  },
  table => [
    index('measure_entry_register')
      .on(table.closed, table.due, table.createdAt, table.unitId)
      .where(sql`not removed and not continued`),
    index('measure_entry_lineage').on(table.lineageId),
  ],
)
