import { eq } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { reportDocument } from '#db/schema/document.ts'
import { board, organisation } from '#db/schema/organisation.ts'
import { report } from '#db/schema/report.ts'
import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import { newestTemplate } from '#server/templates/newest-template.ts'
import { legalDeadline } from '#templates/deadline.ts'
import type { Template } from '#templates/template.ts'
import { templateOfYear } from '#templates/year-labels.ts'
import { seedDocument } from '../documents/seed-document.ts'
import { InvalidInputError, NotFoundError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'
import type { Services } from '../services.ts'
import { insertSections } from './insert-sections.ts'
import { keepTemplate } from './load-template.ts'
import { problemsOf, type ReportFacts } from './report-facts.ts'

export interface NewReport extends ReportFacts {
  templateKey: string
  boardId: string
}

export interface PreparedReport {
  board: typeof board.$inferSelect
  template: Template
  /** As it is stored. */
  values: Omit<NewReport, 'diaryNumber'> & { diaryNumber: string | null }
}

/**
 * What a new report needs to know before it is made: whether the actor may, and whether the form holds.
 * @throws InvalidInputError by field: required, pattern, range or unknown
 * @throws NotAllowedError, NotFoundError
 */
export async function prepareReport(db: Db, actor: Actor, input: NewReport): Promise<PreparedReport> {
  const found = await db
    .select({ board, pattern: organisation.diaryNumberPattern })
    .from(board)
    .innerJoin(organisation, eq(organisation.id, board.organisationId))
    .where(eq(board.id, input.boardId))
    .then(rows => rows[0])
  if (!found || found.board.organisationId !== actor.organisationId) throw new NotFoundError('board')
  requireCan(actor, 'report.create', { organisationId: found.board.organisationId, boardId: found.board.id })
  const trimmed = { ...input, title: input.title.trim(), diaryNumber: input.diaryNumber.trim() }
  const problems = problemsOf(trimmed, found.pattern)
  if (Object.keys(problems).length) throw new InvalidInputError(problems)
  const template = await newestTemplate(db, actor.organisationId, trimmed.templateKey)
  if (!template) throw new InvalidInputError({ templateKey: 'unknown' })
  return { board: found.board, template, values: { ...trimmed, diaryNumber: trimmed.diaryNumber || null } }
}

/** The row of a new report, and its template kept as it is now. */
export async function insertReport(
  tx: Tx,
  actor: Actor,
  { board: of, template, values }: PreparedReport,
  more: Partial<typeof report.$inferInsert> = {},
): Promise<{ id: string }> {
  const [made] = await tx
    .insert(report)
    .values({
      organisationId: of.organisationId,
      boardId: of.id,
      templateKey: template.key,
      templateVersion: template.version,
      title: values.title,
      diaryNumber: values.diaryNumber,
      year: values.year,
      deadline: legalDeadline(template, values.year),
      createdBy: actor.id,
      ...more,
    })
    .returning({ id: report.id })
  if (!made) throw new Error('insert returned no report')
  await keepTemplate(tx, template)
  return made
}

/**
 * Makes a report with all sections of its template, and seeds its document, in one transaction.
 * @throws InvalidInputError by field: required, pattern, range or unknown
 * @throws NotAllowedError
 */
export async function createReport(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  input: NewReport,
): Promise<{ id: string }> {
  const prepared = await prepareReport(db, actor, input)
  return db.transaction(async tx => {
    const made = await insertReport(tx, actor, prepared)
    const sectionIds = await insertSections(tx, actor, templateOfYear(prepared.template, input.year), made.id)
    await tx
      .insert(reportDocument)
      .values({ reportId: made.id, ...seedDocument(sectionIds), editorVersion: EDITOR_VERSION })
    return made
  })
}
