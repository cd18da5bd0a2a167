import { date, index, integer, jsonb, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { board, organisation } from './organisation.ts'
import { appUser } from './user.ts'

export const report = pgTable(
  'report',
  {
    id: uuid().primaryKey().defaultRandom(),
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id),
    boardId: uuid()
      .notNull()
      .references(() => board.id),
    templateKey: text().notNull(),
    templateVersion: integer().notNull(),
    title: text().notNull(),
    /** Null while the registrator has not given a number yet ("dnr saknas ännu"). */
    diaryNumber: text(),
    /** The calendar year that the report accounts for. */
    year: integer().notNull(),
    deadline: date({ mode: 'string' }),
    createdBy: uuid()
      .notNull()
      .references(() => appUser.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Set once, by lock-report: from then on neither text nor structure nor figures of the report change. */
    lockedAt: timestamp({ withTimezone: true }),
    lockedBy: uuid().references(() => appUser.id),
  },
  table => [index('report_board').on(table.boardId)],
)

export const reportSection = pgTable(
  'report_section',
  {
    /** Also the name of the section's Y.XmlFragment in the report's Y.Doc. */
    id: uuid().primaryKey().defaultRandom(),
    reportId: uuid()
      .notNull()
      .references(() => report.id),
    /** Key of the section in its template; stable across years. */
    templateSection: text().notNull(),
    /** Order in the report, from 0. */
    position: integer().notNull(),
    /** Heading level, 1 to 3. */
    level: integer().notNull(),
    heading: text().notNull(),
    required: text({ enum: ['yes', 'conditional', 'no'] }).notNull(),
    lawReferences: jsonb().$type<string[]>().notNull(),
    guidance: text().notNull(),
    status: text({ enum: ['empty', 'draft', 'done', 'reviewed'] })
      .notNull()
      .default('empty'),
    ownerId: uuid().references(() => appUser.id),
    deadline: date({ mode: 'string' }),
    /** Reason for "ej tillämpligt"; null means that the section applies. */
    notApplicableReason: text(),
    /** While set, nobody writes in this section; the rest of the report goes on. */
    lockedAt: timestamp({ withTimezone: true }),
    lockedBy: uuid().references(() => appUser.id),
  },
  table => [unique('report_section_position').on(table.reportId, table.position)],
)
