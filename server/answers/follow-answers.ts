import { and, asc, eq } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { report } from '#db/schema/report.ts'
import { newestTemplate } from '#server/templates/newest-template.ts'
import { fillTitle } from '#templates/fill-title.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import type { ReportRow } from '../reports/find-report.ts'
import { makeReport } from '../reports/make-from/make-report.ts'
import type { Services } from '../services.ts'
import { holdFamilies, type Member, readFamily } from './family.ts'
import { membersOf } from './resolve-family.ts'

type Needed = Pick<Services, 'db' | 'documents'>

/** The answer's report of that year, where the nämnd has one. */
async function follower(db: Db | Tx, { row }: Member, year: number): Promise<ReportRow | null> {
  const [found] = await db
    .select()
    .from(report)
    .where(and(eq(report.madeFrom, row.id), eq(report.year, year), eq(report.templateKey, row.templateKey)))
    .orderBy(asc(report.createdAt))
    .limit(1)
  return found ?? null
}

async function follow(services: Needed, actor: Actor, member: Member, year: number): Promise<string | null> {
  const { row, board } = member
  const there = await follower(services.db, member, year)
  if (there) return can(actor, 'report.read', there) ? there.id : null
  const { organisationId, templateKey } = row
  const mayMake = can(actor, 'report.read', row) && can(actor, 'report.create', { organisationId, boardId: board.id })
  const template = mayMake && (await newestTemplate(services.db, organisationId, templateKey))
  if (!template) return null
  const title = fillTitle(template.title, { year })
  const made = { templateKey, boardId: board.id, year, diaryNumber: '', title, sourceId: row.id, texts: [] }
  // Whoever may make it may read the one that somebody else makes meanwhile.
  const { id } = await makeReport(services, actor, made, async tx => {
    await holdFamilies(tx, organisationId)
    return follower(tx, member, year)
  })
  return id
}

/**
 * A later year's answers of the nämnder in a joint answer: those that are there, else made by the answers' own way to
 * the next year, which asks how far each åtgärd that is not closed has come. A nämnd where the actor may not make one
 * is left out, and the check of the joint answer says so. Asked again, or by two at once, it finds what was made.
 * @returns ids in the order of the joint answer; none for a report of another kind, and for the same year
 */
export async function followAnswers(
  services: Needed,
  actor: Actor,
  source: ReportRow,
  year: number,
): Promise<string[]> {
  const family = year > source.year ? await readFamily(services.db, source) : null
  if (!family?.isJoint) return []
  const ids: string[] = []
  for (const member of membersOf(family)) {
    const id = await follow(services, actor, member, year)
    if (id) ids.push(id)
  }
  return ids
}
