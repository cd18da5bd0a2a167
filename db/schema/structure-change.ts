import { bigint, index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { report } from './report.ts'
import { appUser } from './user.ts'

/** Append-only: what somebody changed in a report besides its text. */
export const structureChange = pgTable(
  'structure_change',
  {
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    reportId: uuid()
      .notNull()
      .references(() => report.id),
    /** The section that was changed; null for the report itself. */
    holderId: uuid(),
    /** What of it: 'status', 'owner', 'deadline', 'notApplicable', 'locked' … */
    field: text().notNull(),
    /** What stood there; null for nothing. */
    before: jsonb(),
    after: jsonb(),
    changedBy: uuid()
      .notNull()
      .references(() => appUser.id),
    at: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  table => [index('structure_change_of_report').on(table.reportId, table.seq)],
)
