import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { board, organisation } from './organisation.ts'
import { appUser, ROLES } from './user.ts'

/** Last change of a field: who, when (ISO 8601 instant), and what stood there before; null for nothing. */
export interface ValueChange {
  by: string
  at: string
  before: string | null
}

/** Typed fields of a report, a section or a unit, by the field's key; see editor/core/structure/field.ts. */
const fieldColumns = () => ({
  values: jsonb().$type<Record<string, string>>().notNull().default({}),
  valueChanges: jsonb().$type<Record<string, ValueChange>>().notNull().default({}),
})

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
    /** Which version is written, or was locked last: 1, and one more each time a locked report is opened anew. */
    version: integer().notNull().default(1),
    /** Set by lock-report: from then on neither text nor structure nor figures of this version change. */
    lockedAt: timestamp({ withTimezone: true }),
    lockedBy: uuid().references(() => appUser.id),
    /** The report that this one was made from: last year's, the plan that it reports on, what it is the cover note of. */
    madeFrom: uuid().references((): AnyPgColumn => report.id),
    ...fieldColumns(),
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
    /** The unit that it is a part of; null for the sections that the template lists. */
    unitId: uuid().references((): AnyPgColumn => reportUnit.id),
    /** Key of the section in its template, or of the part in its kind of unit; stable across years. */
    templateSection: text().notNull(),
    /** Order among the sections of the report, or among the parts of the unit, from 0. */
    position: integer().notNull(),
    /** Heading level, 1 to 3. */
    level: integer().notNull(),
    heading: text().notNull(),
    required: text({ enum: ['yes', 'conditional', 'no'] }).notNull(),
    lawReferences: jsonb().$type<string[]>().notNull(),
    guidance: text().notNull(),
    /** Without running text it consists of fields, rows and units. */
    hasText: boolean().notNull().default(true),
    status: text({ enum: ['empty', 'draft', 'done', 'reviewed'] })
      .notNull()
      .default('empty'),
    ownerId: uuid().references(() => appUser.id),
    /** Everyone who has this role for the report's board is responsible, as an owner is; never besides an owner. */
    ownerRole: text({ enum: ROLES }),
    deadline: date({ mode: 'string' }),
    /** Reason for "ej tillämpligt"; null means that the section applies. */
    notApplicableReason: text(),
    /** While set, nobody writes in this section; the rest of the report goes on. */
    lockedAt: timestamp({ withTimezone: true }),
    lockedBy: uuid().references(() => appUser.id),
    /** The section that its text came from, when the report was made from another; null where it began empty. */
    carriedFrom: uuid().references((): AnyPgColumn => reportSection.id),
    /** When somebody said that the carried text holds, or had rewritten it. */
    confirmedAt: timestamp({ withTimezone: true }),
    confirmedBy: uuid().references(() => appUser.id),
    ...fieldColumns(),
  },
  table => [
    uniqueIndex('report_section_position').on(table.reportId, table.position).where(sql`unit_id is null`),
    uniqueIndex('report_section_part').on(table.unitId, table.position),
    check('report_section_one_owner', sql`${table.ownerId} is null or ${table.ownerRole} is null`),
  ],
)

/**
 * One of what a section repeats: a recommendation, a kontrollmoment, a row of a table, an åtgärd. It is never deleted:
 * what was removed can be brought back with its text.
 */
export const reportUnit = pgTable(
  'report_unit',
  {
    id: uuid().primaryKey().defaultRandom(),
    reportId: uuid()
      .notNull()
      .references(() => report.id),
    /** The section, or part of a unit, that lists it. */
    sectionId: uuid()
      .notNull()
      .references((): AnyPgColumn => reportSection.id),
    /** Key of its kind in the template. */
    kind: text().notNull(),
    /** `row`: a row of a table. `section`: sections of its own, the first of them its head. */
    shape: text({ enum: ['row', 'section'] }).notNull(),
    /** An åtgärd, which the organisation's register lists. */
    measure: boolean().notNull().default(false),
    /** The same for what continues it in the years after; its own id where it began. */
    lineageId: uuid().notNull(),
    /** Order among its kind in the section; gaps are allowed. */
    position: integer().notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => appUser.id),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    removedAt: timestamp({ withTimezone: true }),
    removedBy: uuid().references(() => appUser.id),
    ...fieldColumns(),
  },
  table => [
    index('report_unit_of_report').on(table.reportId),
    index('report_unit_lineage').on(table.lineageId),
    index('report_unit_measure').on(table.reportId).where(sql`measure and removed_at is null`),
  ],
)

/** The nämnders' answers that a samlat svar is put together from, in the order in which they stand there. */
export const reportAnswer = pgTable(
  'report_answer',
  {
    /** The samlat svar. */
    reportId: uuid()
      .notNull()
      .references(() => report.id),
    /** One nämnd's answer to the same granskning. */
    answerId: uuid()
      .notNull()
      .references(() => report.id),
    position: integer().notNull(),
  },
  table => [primaryKey({ columns: [table.reportId, table.answerId] }), index('report_answer_in').on(table.answerId)],
)
