import { asc, eq, inArray, isNull, or } from 'drizzle-orm'
import { board } from '#db/schema/organisation.ts'
import { reportSection } from '#db/schema/report.ts'
import { appUser, roleGrant } from '#db/schema/user.ts'
import type { Person, ReportStructure, SectionStructure } from '#editor/core/report-page.ts'
import { findTemplate } from '#templates/index.ts'
import { byName } from '../by-name.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import type { Services } from '../services.ts'
import { findReport, type ReportRow } from './find-report.ts'
import { sectionNumbers } from './section-numbers.ts'

export type SectionRow = typeof reportSection.$inferSelect

export const readSections = (db: Services['db'], reportId: string): Promise<SectionRow[]> =>
  db.select().from(reportSection).where(eq(reportSection.reportId, reportId)).orderBy(asc(reportSection.position))

/** People who can own a section: those with a role on the report's board. */
async function readPeople(db: Services['db'], boardId: string): Promise<Person[]> {
  const granted = db
    .select({ id: roleGrant.userId })
    .from(roleGrant)
    .where(or(eq(roleGrant.boardId, boardId), isNull(roleGrant.boardId)))
  const rows = await db
    .select({ id: appUser.id, name: appUser.name, title: appUser.title })
    .from(appUser)
    .where(inArray(appUser.id, granted))
    .orderBy(asc(appUser.id))
  return rows.sort(byName)
}

/** What a section says of itself, to whoever asks. */
export type SectionFacts = Omit<SectionStructure, keyof LockAndRights>

type LockAndRights = Pick<SectionStructure, 'lockedAt' | 'lockedBy' | 'mayWrite' | 'maySetStatus'>

export function sectionStructures(rows: SectionRow[]): SectionFacts[] {
  const numbers = sectionNumbers(rows.map(row => row.level))
  return rows.map((row, index) => ({
    id: row.id,
    key: row.templateSection,
    number: numbers[index] ?? '',
    level: row.level as 1 | 2 | 3,
    heading: row.heading,
    required: row.required,
    lawReferences: row.lawReferences,
    guidance: row.guidance,
    status: row.status,
    ownerId: row.ownerId,
    deadline: row.deadline,
    notApplicableReason: row.notApplicableReason,
  }))
}

/** Names of those who locked the report or a section of it, by id. */
async function readLockers(db: Services['db'], { id, lockedBy }: ReportRow): Promise<Map<string, string>> {
  const ofSections = db.select({ id: reportSection.lockedBy }).from(reportSection).where(eq(reportSection.reportId, id))
  const rows = await db
    .select({ id: appUser.id, name: appUser.name })
    .from(appUser)
    .where(or(inArray(appUser.id, ofSections), lockedBy ? eq(appUser.id, lockedBy) : undefined))
  return new Map(rows.map(({ id: userId, name }) => [userId, name]))
}

function lockAndRights(
  actor: Actor,
  report: ReportRow,
  section: SectionRow | undefined,
  nameOf: (id: string | null) => string | null,
): LockAndRights {
  if (!section) return { lockedAt: null, lockedBy: null, mayWrite: false, maySetStatus: false }
  const { ownerId, lockedAt, lockedBy } = section
  const thing = { ...report, ownerId, sectionLockedAt: lockedAt }
  return {
    lockedAt: lockedAt?.toISOString() ?? null,
    lockedBy: nameOf(lockedBy),
    mayWrite: can(actor, 'section.write', thing),
    maySetStatus: can(actor, 'section.status', thing),
  }
}

/** @throws NotFoundError */
export async function readStructure(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  reportId: string,
): Promise<ReportStructure> {
  const row = await findReport(db, actor, reportId, 'report.read')
  const [sections, people, boardRow, lockers] = await Promise.all([
    readSections(db, reportId),
    readPeople(db, row.boardId),
    db.query.board.findFirst({ where: eq(board.id, row.boardId) }),
    readLockers(db, row),
  ])
  const nameOf = (id: string | null): string | null => (id === null ? null : (lockers.get(id) ?? null))
  return {
    report: {
      id: row.id,
      title: row.title,
      templateName: findTemplate(row.templateKey)?.sv.name ?? row.templateKey,
      boardName: boardRow?.name ?? '',
      diaryNumber: row.diaryNumber,
      year: row.year,
      deadline: row.deadline,
      lockedAt: row.lockedAt?.toISOString() ?? null,
      lockedBy: nameOf(row.lockedBy),
    },
    sections: sectionStructures(sections).map((section, index) => ({
      ...section,
      ...lockAndRights(actor, row, sections[index], nameOf),
    })),
    people,
    may: {
      write: can(actor, 'report.write', row),
      manage: can(actor, 'report.manage', row),
      lockSections: can(actor, 'section.lock', row),
      lock: can(actor, 'report.lock', row),
      export: can(actor, 'report.export', row),
    },
    me: { id: actor.id, name: actor.name, title: actor.title },
  }
}
