import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import { and, asc, eq, isNull } from 'drizzle-orm'
import * as Y from 'yjs'
import type { Db } from '#db/client.ts'
import { reportDocument, reportUpdate } from '#db/schema/document.ts'
import { documentSchema } from '#editor/blocks/document-schema.ts'
import type { DocumentNode } from '#editor/core/document-node.ts'

/** Makes a section's text this, as an editor would: as one update in the log. */
export async function writeContent(
  db: Db,
  { reportId, sectionId, userId }: { reportId: string; sectionId: string; userId: string },
  content: DocumentNode[],
): Promise<void> {
  const [stored] = await db.select().from(reportDocument).where(eq(reportDocument.reportId, reportId))
  const waiting = await db
    .select({ data: reportUpdate.data })
    .from(reportUpdate)
    .where(and(eq(reportUpdate.reportId, reportId), isNull(reportUpdate.foldedAt)))
    .orderBy(asc(reportUpdate.seq))
  const doc = new Y.Doc()
  if (stored) Y.applyUpdate(doc, stored.state)
  for (const { data } of waiting) Y.applyUpdate(doc, data)
  const before = Y.encodeStateVector(doc)
  const fragment = doc.getXmlFragment(sectionId)
  doc.transact(() => {
    fragment.delete(0, fragment.length)
    prosemirrorJSONToYXmlFragment(documentSchema, { type: 'doc', content }, fragment)
  })
  await db.insert(reportUpdate).values({ reportId, userId, data: Y.encodeStateAsUpdate(doc, before) })
}
