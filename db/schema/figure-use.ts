import { bigint, index, jsonb, numeric, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { report, reportSection } from './report.ts'
import { appUser } from './user.ts'

/** Which figures a section shows, kept beside its projected text. */
export const figureUse = pgTable(
  'figure_use',
  {
    reportId: uuid()
      .notNull()
      .references(() => report.id),
    sectionId: uuid()
      .notNull()
      .references(() => reportSection.id),
    indicatorId: text().notNull(),
    kind: text().notNull(),
    period: text().notNull(),
    gender: text().notNull(),
    /** What a locked report holds for ever; null while the report is open, and for a figure that there was none of. */
    frozenObservation: bigint({ mode: 'number' }),
    frozenValue: numeric(),
  },
  table => [
    primaryKey({ columns: [table.sectionId, table.indicatorId, table.kind, table.period, table.gender] }),
    index('figure_use_of_indicator').on(table.indicatorId, table.period),
    index('figure_use_of_report').on(table.reportId),
  ],
)

/** What somebody saw of a figure when they accepted it. */
export interface SeenFigure {
  observationId: number | null
  /** Decimal with point; null for a missing value. */
  value: string | null
}

/** The figures of a section as they were when somebody said that it is reviewed ("Granskad"). */
export const sectionReview = pgTable('section_review', {
  sectionId: uuid()
    .primaryKey()
    .references(() => reportSection.id),
  reportId: uuid()
    .notNull()
    .references(() => report.id),
  /** By figureKey. */
  seen: jsonb().$type<Record<string, SeenFigure>>().notNull(),
  reviewedBy: uuid()
    .notNull()
    .references(() => appUser.id),
  reviewedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
})
