import { and, count, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { measureEntry } from '#db/schema/measure-entry.ts'
import { report } from '#db/schema/report.ts'
import { knownTemplates } from '#server/templates/template-facts.ts'
import { byName } from '../by-name.ts'
import type { Actor } from '../policies/actor.ts'
import { type ReadableBoard, readableBoards } from '../reports/readable-boards.ts'
import type { Services } from '../services.ts'
import { inRegister } from './measure-query.ts'

export interface MeasureChoices {
  boards: ReadableBoard[]
  /** Document types that have åtgärder. */
  templates: { key: string; name: string }[]
  /** Roles as they are written, the usual ones. */
  roles: string[]
}

const MOST_ROLES = 200

const { role } = measureEntry

/** What the register can be filtered by, for the reports that the actor may read. */
export async function measureChoices(services: Pick<Services, 'db'>, actor: Actor): Promise<MeasureChoices> {
  const boards = await readableBoards(services, actor)
  if (!boards.length) return { boards, templates: [], roles: [] }
  const stands = inRegister(boards.map(({ id }) => id))
  const { db } = services
  const [types, roles, { newest }] = await Promise.all([
    db
      .selectDistinct({ key: report.templateKey })
      .from(measureEntry)
      .innerJoin(report, eq(report.id, measureEntry.reportId))
      .where(stands),
    db
      .select({ role: sql<string>`${role}` })
      .from(measureEntry)
      .innerJoin(report, eq(report.id, measureEntry.reportId))
      .where(and(stands, isNotNull(role)))
      .groupBy(role)
      .orderBy(desc(count()))
      .limit(MOST_ROLES),
    knownTemplates(db, actor.organisationId),
  ])
  const names = new Map(newest.map(({ key, name }) => [key, name]))
  return {
    boards,
    templates: types.map(({ key }) => ({ key, name: names.get(key) ?? key })).sort(byName),
    roles: roles.map(one => one.role).sort((one, other) => one.localeCompare(other, 'sv')),
  }
}
