import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { organisation } from '#db/schema/organisation.ts'
import { report } from '#db/schema/report.ts'
import { legalDeadline } from '#templates/deadline.ts'
import { InvalidInputError } from '../errors.ts'
import { publish } from '../events.ts'
import type { Actor } from '../policies/actor.ts'
import type { Services } from '../services.ts'
import { findReport, type ReportRow } from './find-report.ts'
import { loadKept } from './load-template.ts'
import { moveStartTexts } from './move-start-texts.ts'
import { type Recorded, recordChange } from './record-change.ts'
import { problemsOf } from './report-facts.ts'

const change = z
  .strictObject({
    title: z.string().trim(),
    year: z.int(),
    /** Null while the registrator has not given one. */
    diaryNumber: z
      .string()
      .trim()
      .transform(number => number || null)
      .nullable(),
    deadline: z.iso.date().nullable(),
  })
  .partial()
  .refine(fields => Object.keys(fields).length > 0)

export interface ChangedReport {
  /** What stands there now, and what stood there: to be taken back. ISO dates. */
  deadline: string | null
  before: { title: string; year: number; diaryNumber: string | null; deadline: string | null }
}

const FACTS = ['title', 'year', 'diaryNumber', 'deadline'] as const

/** A day that the law set for the old year is set for the new one; a day that people chose stays as it is. */
async function movedDeadline(tx: Tx, row: ReportRow, year: number | undefined): Promise<{ deadline?: string | null }> {
  if (year === undefined || year === row.year) return {}
  const template = await loadKept(tx, row)
  if (!template || legalDeadline(template, row.year) !== row.deadline) return {}
  return { deadline: legalDeadline(template, year) }
}

/** A report follows what it was made from, so it cannot account for an earlier year. */
async function isBeforeSource(tx: Tx, { madeFrom }: ReportRow, year: number): Promise<boolean> {
  if (!madeFrom) return false
  const [source] = await tx.select({ year: report.year }).from(report).where(eq(report.id, madeFrom))
  return source !== undefined && year < source.year
}

async function requireSound(tx: Tx, row: ReportRow, { diaryNumber, ...facts }: z.infer<typeof change>): Promise<void> {
  const [found] = await tx
    .select({ pattern: organisation.diaryNumberPattern })
    .from(organisation)
    .where(eq(organisation.id, row.organisationId))
  const { title, year } = facts
  const given = { ...(title !== undefined && { title }), ...(year !== undefined && { year }) }
  const problems = problemsOf({ ...given, diaryNumber: diaryNumber ?? '' }, found?.pattern ?? '')
  if (year !== undefined && year !== row.year && !problems.year && (await isBeforeSource(tx, row, year)))
    problems.year = 'before-source'
  if (Object.keys(problems).length) throw new InvalidInputError(problems)
}

/**
 * Changes what a report is called: title, year, diary number, deadline. Only what is given is changed.
 * @throws InvalidInputError by field: required, range, pattern; year 'before-source'
 * @throws NotFoundError, NotAllowedError, ReportLockedError
 */
export async function changeReport(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  reportId: string,
  input: unknown,
): Promise<ChangedReport> {
  const parsed = change.safeParse(input)
  if (!parsed.success) throw InvalidInputError.of(parsed.error, 'change')
  return db.transaction(async tx => {
    const row = await findReport(tx, actor, reportId, 'report.manage', { hold: 'rights' })
    await requireSound(tx, row, parsed.data)
    const [after] = await tx
      .update(report)
      .set({ ...(await movedDeadline(tx, row, parsed.data.year)), ...parsed.data })
      .where(eq(report.id, reportId))
      .returning()
    if (!after) throw new Error('update returned no row')
    if (after.year !== row.year) await moveStartTexts(tx, actor, row, after.year)
    for (const field of FACTS) {
      const values: { before: Recorded; after: Recorded } = { before: row[field], after: after[field] }
      await recordChange(tx, { reportId, holderId: null, field, ...values, actor })
    }
    await publish(tx, { type: 'structure', reportId })
    const { title, year, diaryNumber, deadline } = row
    return { deadline: after.deadline, before: { title, year, diaryNumber, deadline } }
  })
}
