import { randomUUID } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { image } from '#db/schema/document.ts'
import { type DocumentNode, walk } from '#editor/core/document-node.ts'

/** Ids for the copies of the source's images that the texts show, by those of the originals. */
export async function planImages(
  db: Db,
  sourceId: string,
  texts: Iterable<DocumentNode>,
): Promise<Record<string, string>> {
  const shown = new Set<string>()
  for (const text of texts)
    walk(text, ({ type, attrs }) => void (type === 'image' && attrs?.imageId && shown.add(String(attrs.imageId))))
  if (!shown.size) return {}
  const rows = await db
    .select({ id: image.id })
    .from(image)
    .where(and(eq(image.reportId, sourceId), inArray(sql`${image.id}::text`, [...shown])))
  return Object.fromEntries(rows.map(({ id }) => [id, randomUUID()]))
}

/** The bytes stay in the database: each image of the new report is a row of its own, as it was uploaded once. */
export async function copyImages(tx: Tx, reportId: string, images: Record<string, string>): Promise<void> {
  for (const [from, to] of Object.entries(images))
    await tx.execute(sql`
      insert into image (id, report_id, media_type, width, height, sha256, bytes, uploaded_by, uploaded_at)
      select ${to}::uuid, ${reportId}::uuid, media_type, width, height, sha256, bytes, uploaded_by, uploaded_at
      from image where id = ${from}::uuid`)
}
