import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { report, reportSection, reportUnit } from '#db/schema/report.ts'
import { signer, signingRound } from '#db/schema/signing.ts'
import type { ReportRow } from '../../reports/find-report.ts'
import type { SignersKnown } from './propose-signers.ts'

async function readOwners(db: Db, reportId: string): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ ownerId: reportSection.ownerId })
    .from(reportSection)
    .leftJoin(reportUnit, eq(reportUnit.id, reportSection.unitId))
    .where(and(eq(reportSection.reportId, reportId), isNotNull(reportSection.ownerId), isNull(reportUnit.removedAt)))
  return new Set(rows.flatMap(({ ownerId }) => ownerId ?? []))
}

async function readLast(db: Db, row: ReportRow, capacities: string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectDistinctOn([signer.capacity], { capacity: signer.capacity, userId: signer.userId })
    .from(signer)
    .innerJoin(signingRound, eq(signingRound.id, signer.roundId))
    .innerJoin(report, eq(report.id, signingRound.reportId))
    .where(
      and(
        eq(report.organisationId, row.organisationId),
        eq(report.boardId, row.boardId),
        eq(report.templateKey, row.templateKey),
        eq(signer.state, 'signed'),
        inArray(signer.capacity, capacities),
      ),
    )
    .orderBy(signer.capacity, desc(signer.decidedAt))
  return new Map(rows.map(({ capacity, userId }) => [capacity, userId]))
}

/** What a report and the rounds before it say about who signs it as what. */
export async function signersKnown(db: Db, row: ReportRow, capacities: string[]): Promise<SignersKnown> {
  const [owners, last] = await Promise.all([readOwners(db, row.id), readLast(db, row, capacities)])
  return { boardId: row.boardId, createdBy: row.createdBy, owners, last }
}
