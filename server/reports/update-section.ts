import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { reportSection } from '#db/schema/report.ts'
import { isReady } from '#editor/core/section-state.ts'
import { InvalidInputError, NotFoundError } from '../errors.ts'
import { publish } from '../events.ts'
import { isUuid } from '../is-uuid.ts'
import type { Actor } from '../policies/actor.ts'
import { can, OWNER_ROLES } from '../policies/can.ts'
import type { Services } from '../services.ts'
import { findReport, type Hold } from './find-report.ts'
import type { SectionRow } from './read-sections.ts'
import { type Recorded, recordChange, recordedOwner } from './record-change.ts'
import { renewRights } from './renew-rights.ts'
import { requireSection } from './require-section.ts'
import { rememberFigures } from './reviewed/remember-figures.ts'
import { giveParts } from './units/give-parts.ts'

const change = z
  .object({
    status: z.enum(['empty', 'draft', 'done', 'reviewed']),
    /** A person or a role; setting the one clears the other. */
    ownerId: z.uuid().nullable(),
    ownerRole: z.enum(OWNER_ROLES).nullable(),
    deadline: z.iso.date().nullable(),
    /** A reason has words in it; null makes the section apply again. */
    notApplicableReason: z.string().trim().min(3).max(1000).nullable(),
    /** Nobody writes in a locked section. */
    locked: z.boolean(),
  })
  .partial()
  .refine(fields => Object.keys(fields).length > 0)
  .refine(({ ownerId, ownerRole }) => !ownerId || !ownerRole, { path: ['ownerRole'] })

export type SectionChange = z.infer<typeof change>

type SectionLock = Pick<SectionRow, 'lockedAt' | 'lockedBy'>

/** Who locked a section first stays the one who did. */
function lockValues(before: SectionLock, locked: boolean, actor: Actor): SectionLock {
  if (!locked) return { lockedAt: null, lockedBy: null }
  return before.lockedAt
    ? { lockedAt: before.lockedAt, lockedBy: before.lockedBy }
    : { lockedAt: new Date(), lockedBy: actor.id }
}

const CHANGES_RIGHTS = ['locked', 'ownerId', 'ownerRole'] as const

const oneOwner = ({ ownerId, ownerRole }: SectionChange): Partial<SectionRow> => ({
  ...(ownerId && { ownerRole: null }),
  ...(ownerRole && { ownerId: null }),
})

/** What the history shows of a section, by the name that it has there. */
const recorded = (section: SectionRow): Record<string, Recorded> => ({
  status: section.status,
  owner: recordedOwner(section),
  deadline: section.deadline,
  notApplicable: section.notApplicableReason,
  locked: section.lockedAt !== null,
})

/** What those may say of an own section who do not manage the report. */
const OWN_STATUSES: SectionRow['status'][] = ['draft', 'done']

/** @throws NotAllowedError, ReportLockedError, SectionLockedError */
async function requireChange(tx: Tx, actor: Actor, section: SectionRow, change: SectionChange): Promise<void> {
  const { locked, ...fields } = change
  const { status, ...rest } = fields
  if (locked !== undefined) await findReport(tx, actor, section.reportId, 'section.lock')
  if (Object.keys(fields).length === 0) return
  const row = await findReport(tx, actor, section.reportId, 'report.read')
  const isOwnStatus = status !== undefined && OWN_STATUSES.includes(status) && Object.keys(rest).length === 0
  if (isOwnStatus && !can(actor, 'report.manage', row)) requireSection(actor, 'section.status', row, section)
  else await findReport(tx, actor, section.reportId, 'report.manage')
}

/** Who calls a section done has gone through what came from the earlier report. */
const confirmedBy = (
  { carriedFrom, confirmedAt }: Pick<SectionRow, 'carriedFrom' | 'confirmedAt'>,
  { status }: SectionChange,
  { id }: Actor,
) => (carriedFrom && !confirmedAt && status && isReady(status) ? { confirmedAt: new Date(), confirmedBy: id } : {})

/**
 * The section as it stands until the transaction ends; its report is held first, so that it is not locked meanwhile.
 * @throws NotFoundError
 */
async function holdSection(tx: Tx, actor: Actor, sectionId: string, hold: Hold): Promise<SectionRow> {
  const here = eq(reportSection.id, sectionId)
  const [found] = isUuid(sectionId)
    ? await tx.select({ reportId: reportSection.reportId }).from(reportSection).where(here)
    : []
  if (!found) throw new NotFoundError('section')
  await findReport(tx, actor, found.reportId, 'report.read', { hold })
  const [held] = await tx.select().from(reportSection).where(here).for('no key update')
  if (!held) throw new NotFoundError('section')
  return held
}

/**
 * Changes what a section says of itself, and keeps what it said before for the history; its text is not touched.
 * @throws InvalidInputError, NotFoundError, NotAllowedError, ReportLockedError, SectionLockedError
 */
export async function updateSection(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  sectionId: string,
  input: unknown,
): Promise<void> {
  const parsed = change.safeParse(input)
  if (!parsed.success) throw InvalidInputError.of(parsed.error, 'change')
  await db.transaction(async tx => {
    const changesRights = CHANGES_RIGHTS.some(field => parsed.data[field] !== undefined)
    const before = await holdSection(tx, actor, sectionId, changesRights ? 'rights' : 'structure')
    await requireChange(tx, actor, before, parsed.data)
    const { locked, ...fields } = parsed.data
    const [after] = await tx
      .update(reportSection)
      .set({
        ...fields,
        ...oneOwner(fields),
        ...confirmedBy(before, fields, actor),
        ...(locked !== undefined && lockValues(before, locked, actor)),
      })
      .where(eq(reportSection.id, sectionId))
      .returning()
    if (!after) throw new Error('update returned no row')
    const [was, is] = [recorded(before), recorded(after)]
    for (const field of Object.keys(is)) {
      const values = { before: was[field] ?? null, after: is[field] ?? null }
      await recordChange(tx, { reportId: before.reportId, holderId: sectionId, field, ...values, actor })
    }
    await giveParts(tx, before, after, actor)
    await rememberFigures(tx, actor, before, after)
    if (changesRights) await renewRights(tx, before.reportId)
    await publish(tx, { type: 'structure', reportId: before.reportId })
  })
}
