import { eq } from 'drizzle-orm'
import * as Y from 'yjs'
import { reportDocument, reportUpdate } from '#db/schema/document.ts'
import type { ReportDriver } from '#templates/testing/report-driver.ts'
import type { Actor } from '../policies/actor.ts'
import { readStructure } from '../reports/read-structure.ts'
import { setValue } from '../reports/set-value.ts'
import { addUnit } from '../reports/units/add-unit.ts'
import type { DemoServices } from './demo-services.ts'

/** Writes a paragraph into a section as an editor would: as one update in the log. */
async function write({ db }: DemoServices, actor: Actor, reportId: string, sectionId: string, text: string) {
  const [stored] = await db.select().from(reportDocument).where(eq(reportDocument.reportId, reportId))
  const log = await db.select().from(reportUpdate).where(eq(reportUpdate.reportId, reportId))
  const doc = new Y.Doc()
  if (stored) Y.applyUpdate(doc, stored.state)
  for (const row of log) Y.applyUpdate(doc, row.data)
  const before = Y.encodeStateVector(doc)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  doc.getXmlFragment(sectionId).push([paragraph])
  await db.insert(reportUpdate).values({ reportId, userId: actor.id, data: Y.encodeStateAsUpdate(doc, before) })
}

/** Fills a report in by the server's own actions. */
export const serviceDriver = (services: DemoServices, actor: Actor, reportId: string): ReportDriver => ({
  structure: () => readStructure(services, actor, reportId),
  addUnit: async (sectionId, kind) => (await addUnit(services, actor, { sectionId, kind })).id,
  setValue: async (holder, key, value) => void (await setValue(services, actor, { ...holder, key, value })),
  write: (sectionId, text) => write(services, actor, reportId, sectionId, text),
})
