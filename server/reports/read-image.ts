import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { image } from '#db/schema/document.ts'
import { report, reportAnswer } from '#db/schema/report.ts'
import { NotFoundError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import type { Services } from '../services.ts'
import { findReport } from './find-report.ts'

/** Whether the report shows the other one's text to the actor: an answer that it is put together from. */
async function shows(db: Services['db'], actor: Actor, reportId: string, otherId: string): Promise<boolean> {
  const [found] = await db
    .select({ row: report })
    .from(reportAnswer)
    .innerJoin(report, eq(report.id, reportAnswer.answerId))
    .where(and(eq(reportAnswer.reportId, reportId), eq(reportAnswer.answerId, otherId)))
  return found !== undefined && (found.row.lockedAt !== null || can(actor, 'report.read', found.row))
}

/** A picture of the report, or of an answer that it shows. @throws NotFoundError */
export async function readImage(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  reportId: string,
  imageId: string,
): Promise<{ mediaType: string; bytes: Uint8Array }> {
  await findReport(db, actor, reportId, 'report.read')
  const found = z.uuid().safeParse(imageId).success
    ? await db.query.image.findFirst({ where: eq(image.id, imageId) })
    : undefined
  if (!found) throw new NotFoundError('image')
  if (found.reportId !== reportId && !(await shows(db, actor, reportId, found.reportId)))
    throw new NotFoundError('image')
  return { mediaType: found.mediaType, bytes: found.bytes }
}
