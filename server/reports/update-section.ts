import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { reportSection } from '#db/schema/report.ts'
import { InvalidInputError, NotFoundError } from '../errors.ts'
import { publish } from '../events.ts'
import type { Actor } from '../policies/actor.ts'
import type { Services } from '../services.ts'
import { findReport } from './find-report.ts'

const change = z
  .object({
    status: z.enum(['empty', 'draft', 'done', 'reviewed']),
    ownerId: z.uuid().nullable(),
    deadline: z.iso.date().nullable(),
    /** A reason has words in it; null makes the section apply again. */
    notApplicableReason: z.string().trim().min(3).max(1000).nullable(),
    /** Nobody writes in a locked section. */
    locked: z.boolean(),
  })
  .partial()
  .refine(fields => Object.keys(fields).length > 0)

export type SectionChange = z.infer<typeof change>

type SectionLock = Pick<typeof reportSection.$inferSelect, 'lockedAt' | 'lockedBy'>

/** Who locked a section first stays the one who did. */
function lockValues(before: SectionLock, locked: boolean, actor: Actor): SectionLock {
  if (!locked) return { lockedAt: null, lockedBy: null }
  return before.lockedAt
    ? { lockedAt: before.lockedAt, lockedBy: before.lockedBy }
    : { lockedAt: new Date(), lockedBy: actor.id }
}

/** Who calls a section done has gone through what came from the earlier report. */
const confirmedBy = (
  { carriedFrom, confirmedAt }: Pick<typeof reportSection.$inferSelect, 'carriedFrom' | 'confirmedAt'>,
  { status }: SectionChange,
  { id }: Actor,
) =>
  carriedFrom && !confirmedAt && (status === 'done' || status === 'reviewed')
    ? { confirmedAt: new Date(), confirmedBy: id }
    : {}

/**
 * Changes what a section says of itself; its text is not touched.
 * @throws InvalidInputError, NotFoundError, NotAllowedError, ReportLockedError
 */
export async function updateSection(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  sectionId: string,
  input: unknown,
): Promise<void> {
  const parsed = change.safeParse(input)
  if (!parsed.success)
    throw new InvalidInputError(
      Object.fromEntries(parsed.error.issues.map(issue => [String(issue.path[0] ?? 'change'), 'required'])),
    )
  await db.transaction(async tx => {
    const section = z.uuid().safeParse(sectionId).success
      ? await tx.query.reportSection.findFirst({ where: eq(reportSection.id, sectionId) })
      : undefined
    if (!section) throw new NotFoundError('section')
    const { locked, ...fields } = parsed.data
    if (locked !== undefined) await findReport(tx, actor, section.reportId, 'section.lock', { hold: true })
    if (Object.keys(fields).length) await findReport(tx, actor, section.reportId, 'report.manage', { hold: true })
    await tx
      .update(reportSection)
      .set({
        ...fields,
        ...confirmedBy(section, fields, actor),
        ...(locked !== undefined && lockValues(section, locked, actor)),
      })
      .where(eq(reportSection.id, sectionId))
    await publish(tx, { type: 'structure', reportId: section.reportId })
  })
}
