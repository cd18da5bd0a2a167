import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import { board } from '#db/schema/organisation.ts'
import type { ValueChange } from '#db/schema/report.ts'
import { appUser, roleGrant } from '#db/schema/user.ts'
import type { DocumentNode } from '#editor/core/document-node.ts'
import type { FieldChanges, Person, ReportStructure, RoleChoice, SectionStructure } from '#editor/core/report-page.ts'
import { assembledSections } from '../answers/assembled-sections.ts'
import { readFamily } from '../answers/family.ts'
import { readAnswers } from '../answers/read-answers.ts'
import { type Resolve, resolveFamily } from '../answers/resolve-family.ts'
import { byName } from '../by-name.ts'
import type { Actor } from '../policies/actor.ts'
import { can, OWNER_ROLES, owns } from '../policies/can.ts'
import { ROLE_NAMES } from '../policies/role-names.ts'
import type { Services } from '../services.ts'
import { readSharedOffers } from '../shared-rows/read-shared-offers.ts'
import { findReport, type ReportRow } from './find-report.ts'
import { madeFromIt } from './make-from/made-from-it.ts'
import { type OutlineOf, outlineReader } from './read-outline.ts'
import { carriedOf, type ReportSectionFound, type SectionRow, type UnitRow } from './read-sections.ts'
import { removedUnits } from './removed-units.ts'
import { storedResolver } from './resolve-report.ts'
import { movedIn } from './reviewed/moved-figures.ts'

/** Who can own a section: people with a role on the report's board, and the roles. */
async function readOwners(
  db: Services['db'],
  boardId: string,
  organisationId: string,
): Promise<{ people: Person[]; roles: RoleChoice[] }> {
  const rows = await db
    .select({ id: appUser.id, name: appUser.name, title: appUser.title, role: roleGrant.role, active: appUser.active })
    .from(appUser)
    .innerJoin(roleGrant, eq(roleGrant.userId, appUser.id))
    .where(
      and(eq(appUser.organisationId, organisationId), or(eq(roleGrant.boardId, boardId), isNull(roleGrant.boardId))),
    )
    .orderBy(asc(appUser.id))
  const people = new Map(rows.map(({ id, name, title }) => [id, { id, name, title }]))
  const held = new Set(rows.flatMap(({ role, active }) => (active ? role : [])))
  return {
    people: [...people.values()].sort(byName),
    roles: OWNER_ROLES.map(key => ({ key, name: ROLE_NAMES[key], held: held.has(key) })),
  }
}

type NameOf = (id: string | null) => string | null

const named = (changes: Record<string, ValueChange>, nameOf: NameOf): FieldChanges =>
  Object.fromEntries(
    Object.entries(changes).map(([key, { by, at, before }]) => [key, { by: nameOf(by) ?? '', at, before }]),
  )

/** What a section says of itself, to whoever asks. */
function factsOf(
  found: ReportSectionFound,
  units: readonly UnitRow[],
  nameOf: NameOf,
): Omit<SectionStructure, LockAndRights> {
  const { row, definition, changes, rowChanges, ...structured } = found
  return {
    ...structured,
    id: row.id,
    key: row.templateSection,
    level: row.level as 1 | 2 | 3,
    required: row.required,
    lawReferences: row.lawReferences,
    guidance: row.guidance,
    hasText: row.hasText,
    changes: named(changes, nameOf),
    rowChanges: Object.fromEntries(Object.entries(rowChanges).map(([id, one]) => [id, named(one, nameOf)])),
    removed: removedUnits(definition, row.id, units).map(({ unit, name }) => ({
      id: unit.id,
      name,
      removedAt: unit.removedAt.toISOString(),
      removedBy: nameOf(unit.removedBy) ?? '',
    })),
    ...carriedOf(row),
    status: row.status,
    ownerId: row.ownerId,
    ownerRole: row.ownerRole,
    deadline: row.deadline,
    notApplicableReason: row.notApplicableReason,
  }
}

/** Names of those who locked, changed or removed something, by id. */
async function readNames(db: Services['db'], ids: Iterable<string | null>): Promise<Map<string, string>> {
  const known = [...new Set(ids)].filter(id => id !== null)
  if (!known.length) return new Map()
  const rows = await db.select({ id: appUser.id, name: appUser.name }).from(appUser).where(inArray(appUser.id, known))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const changers = (changes: Record<string, ValueChange>): string[] => Object.values(changes).map(({ by }) => by)

type LockAndRights = 'lockedAt' | 'lockedBy' | 'mine' | 'mayWrite' | 'mayComment' | 'maySetStatus'

function lockAndRights(
  actor: Actor,
  report: ReportRow,
  section: SectionRow,
  nameOf: NameOf,
): Pick<SectionStructure, LockAndRights> {
  const { ownerId, ownerRole, lockedAt, lockedBy } = section
  const thing = { ...report, ownerId, ownerRole, sectionLockedAt: lockedAt }
  return {
    lockedAt: lockedAt?.toISOString() ?? null,
    lockedBy: nameOf(lockedBy),
    mine: owns(actor, thing),
    mayWrite: can(actor, 'section.write', thing),
    mayComment: can(actor, 'comment.write', thing),
    maySetStatus: can(actor, 'section.status', thing),
  }
}

const assembledOf = (content: DocumentNode[] | undefined) => (content?.length ? { assembled: content } : {})

/** What one answer to one person is read by, so that nothing is read twice for it. */
export interface StructureReaders {
  /** Of the report itself, and of those that it shows. */
  outlineOf: OutlineOf
  /** Reports that this one shows, as the same reader sees them. */
  resolve: Resolve
}

function readersOf({ db }: Pick<Services, 'db'>, actor: Actor): StructureReaders {
  const outlineOf = outlineReader(db)
  return { outlineOf, resolve: storedResolver({ db }, actor, { outlineOf }) }
}

/** @throws NotFoundError */
export async function readStructure(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  reportId: string,
  { outlineOf, resolve }: StructureReaders = readersOf({ db }, actor),
): Promise<ReportStructure> {
  const row = await findReport(db, actor, reportId, 'report.read')
  const family = await readFamily(db, row)
  const [outline, owners, boardRow, resolved] = await Promise.all([
    outlineOf(row),
    readOwners(db, row.boardId, row.organisationId),
    db.query.board.findFirst({ where: eq(board.id, row.boardId) }),
    family && resolveFamily({ db }, family, { reader: actor, resolve }),
  ])
  const { template, origin, sections: found, sectionRows, units, moved, titles } = outline
  const shared = await readSharedOffers(db, actor, row, found, units)
  const assembled = resolved && assembledSections(resolved, found, units)
  const names = await readNames(db, [
    row.lockedBy,
    ...changers(row.valueChanges),
    ...sectionRows.flatMap(one => [one.lockedBy, ...changers(one.valueChanges)]),
    ...units.flatMap(one => [one.removedBy, ...changers(one.valueChanges)]),
  ])
  const nameOf: NameOf = id => (id === null ? null : (names.get(id) ?? null))
  return {
    report: {
      id: row.id,
      title: row.title,
      templateName: template?.name ?? row.templateKey,
      boardName: boardRow?.name ?? '',
      diaryNumber: row.diaryNumber,
      year: row.year,
      deadline: row.deadline,
      lockedAt: row.lockedAt?.toISOString() ?? null,
      lockedBy: nameOf(row.lockedBy),
      madeFrom: origin && { id: origin.id, title: origin.title, year: origin.year },
      makes: madeFromIt(actor, row),
      fields: template?.fields ?? [],
      values: row.values,
      changes: named(row.valueChanges, nameOf),
    },
    sections: found.map(section => ({
      ...factsOf(section, units, nameOf),
      ...movedIn(moved, section.row.id),
      ...(shared.has(section.row.id) && { sharedRows: shared.get(section.row.id) ?? [] }),
      ...assembledOf(assembled?.get(section.row.id)),
      ...lockAndRights(actor, row, section.row, nameOf),
    })),
    answers: family && (await readAnswers(db, actor, family, { shown: resolved?.answers ?? [], resolve })),
    reportTitles: titles,
    ...owners,
    may: {
      write: can(actor, 'report.write', row),
      manage: can(actor, 'report.manage', row),
      lockSections: can(actor, 'section.lock', row),
      lock: can(actor, 'report.lock', row),
      export: can(actor, 'report.export', row),
      archive: can(actor, 'report.archive', row),
    },
    me: { id: actor.id, name: actor.name, title: actor.title },
  }
}
