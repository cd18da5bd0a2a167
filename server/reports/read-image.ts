import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { image } from '#db/schema/document.ts'
import { NotFoundError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import type { Services } from '../services.ts'
import { findReport } from './find-report.ts'

/** @throws NotFoundError */
export async function readImage(
  { db }: Pick<Services, 'db'>,
  actor: Actor,
  reportId: string,
  imageId: string,
): Promise<{ mediaType: string; bytes: Uint8Array }> {
  await findReport(db, actor, reportId, 'report.read')
  const found = z.uuid().safeParse(imageId).success
    ? await db.query.image.findFirst({ where: and(eq(image.id, imageId), eq(image.reportId, reportId)) })
    : undefined
  if (!found) throw new NotFoundError('image')
  return { mediaType: found.mediaType, bytes: found.bytes }
}
