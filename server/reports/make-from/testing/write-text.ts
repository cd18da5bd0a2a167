import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import { eq } from 'drizzle-orm'
import * as Y from 'yjs'
import type { Db } from '#db/client.ts'
import { reportDocument, reportUpdate } from '#db/schema/document.ts'
import { documentSchema } from '#editor/blocks/document-schema.ts'
import type { DocumentNode } from '#editor/core/document-node.ts'

/** Writes blocks into sections as an editor would: as one update in the log. */
export async function writeText(
  db: Db,
  { reportId, userId }: { reportId: string; userId: string },
  bySection: Record<string, DocumentNode[]>,
): Promise<void> {
  const [stored] = await db.select().from(reportDocument).where(eq(reportDocument.reportId, reportId))
  const log = await db.select().from(reportUpdate).where(eq(reportUpdate.reportId, reportId)).orderBy(reportUpdate.seq)
  const doc = new Y.Doc()
  if (stored) Y.applyUpdate(doc, stored.state)
  for (const row of log) Y.applyUpdate(doc, row.data)
  const before = Y.encodeStateVector(doc)
  doc.transact(() => {
    for (const [id, content] of Object.entries(bySection)) {
      const fragment = doc.getXmlFragment(id)
      fragment.delete(0, fragment.length)
      prosemirrorJSONToYXmlFragment(documentSchema, { type: 'doc', content }, fragment)
    }
  })
  await db.insert(reportUpdate).values({ reportId, userId, data: Y.encodeStateAsUpdate(doc, before) })
}

export const paragraph = (text: string): DocumentNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })
