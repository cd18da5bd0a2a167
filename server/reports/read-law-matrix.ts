import { and, desc, eq, inArray } from 'drizzle-orm'
import { structureChange } from '#db/schema/structure-change.ts'
import { appUser } from '#db/schema/user.ts'
import type { ReportStructure } from '#editor/core/report-page.ts'
import type { Finding } from '../checks/check.ts'
import { runChecks } from '../checks/run-checks.ts'
import type { Actor } from '../policies/actor.ts'
import type { Services } from '../services.ts'
import { today } from '../today.ts'
import { findReport } from './find-report.ts'
import { type LateSection, lateSections } from './late-sections.ts'
import { type LawMatrix, lawMatrix, type SectionState } from './law-matrix.ts'
import { readStructure } from './read-structure.ts'
import { resolveReport } from './resolve-report.ts'

export interface LawPage {
  report: ReportStructure['report']
  matrix: LawMatrix
  /** What stops the lock besides: of sections that no law asks for, and of the report itself. */
  otherStops: Finding[]
  late: LateSection[]
  /** Whether the person may ask others to get their sections done. */
  mayRemind: boolean
}

/** Who said last how far a section has come, or that it does not apply; by the section's id. */
async function readSayings(db: Services['db'], reportId: string): Promise<Map<string, { by: string; at: string }>> {
  const rows = await db
    .selectDistinctOn([structureChange.holderId], {
      holderId: structureChange.holderId,
      by: appUser.name,
      at: structureChange.at,
    })
    .from(structureChange)
    .innerJoin(appUser, eq(appUser.id, structureChange.changedBy))
    .where(and(eq(structureChange.reportId, reportId), inArray(structureChange.field, ['status', 'notApplicable'])))
    .orderBy(structureChange.holderId, desc(structureChange.seq))
  return new Map(rows.map(({ holderId, by, at }) => [holderId ?? '', { by, at: at.toISOString() }]))
}

/** The report's coverage of the law as it is now, with what stands between it and its lock. @throws NotFoundError */
export async function readLawMatrix(
  services: Pick<Services, 'db' | 'documents'>,
  actor: Actor,
  reportId: string,
): Promise<LawPage> {
  const row = await findReport(services.db, actor, reportId, 'report.read')
  const [resolved, structure, sayings] = await Promise.all([
    resolveReport(services, row, { fresh: true, reader: actor }),
    readStructure(services, actor, reportId),
    readSayings(services.db, reportId),
  ])
  const findings = runChecks(resolved)
  const states = new Map(
    structure.sections.map(({ id, status }): [string, SectionState] => {
      const { by = null, at = null } = sayings.get(id) ?? {}
      return [id, { status, by, at }]
    }),
  )
  const matrix = lawMatrix(resolved, findings, states)
  const asked = new Set(matrix.rows.map(({ sectionId }) => sectionId))
  return {
    report: structure.report,
    matrix,
    otherStops: findings.filter(({ level, sectionId }) => level === 'stop' && !asked.has(sectionId ?? '')),
    late: lateSections(structure, today()),
    mayRemind: structure.may.manage,
  }
}
