import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { reportDocument, reportUpdate, reportVersion, sectionText } from '#db/schema/document.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { CLOSE } from '#editor/core/collab-protocol.ts'
import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import { collabSuite } from '../../collab/testing/suite.ts'
import { addParagraph } from '../../collab/testing/text.ts'
import { startCollab, type TestServer } from '../../collab/testing/world.ts'
import { sourceAt } from '../../history/moment.ts'
import { rebuild } from '../../history/work/rebuild.ts'
import { createDocuments } from '../create-documents.ts'
import type { Documents } from '../documents.ts'
import { DocumentNewerError } from '../errors.ts'
import { MIGRATIONS } from './migrations.ts'

const database = testDatabase()
const suite = collabSuite(database)
let documents: Documents
let migrating: TestServer
beforeAll(async () => {
  documents = createDocuments(database, { script: join(import.meta.dirname, '../testing/migrating-worker.ts') })
  migrating = await startCollab(suite.world, { documents })
})
afterAll(async () => {
  await migrating.stop()
  await documents.close()
})

/** A report whose document was stored by the version before this one, with a row in the log that is not folded. */
async function older(version = EDITOR_VERSION - 1): Promise<{ id: string; section: string; state: Uint8Array }> {
  const { id, sections } = await suite.world.report(suite.mas)
  const [section = ''] = sections
  const doc = new Y.Doc()
  const stored = await storedDocument(id)
  Y.applyUpdate(doc, stored.state)
  const before = Y.encodeStateVector(doc)
  addParagraph(doc, section, 'Skrivet förut')
  await database.db.insert(reportUpdate).values({ reportId: id, data: Y.encodeStateAsUpdate(doc, before) })
  await database.db.update(reportDocument).set({ editorVersion: version }).where(eq(reportDocument.reportId, id))
  return { id, section, state: Y.encodeStateAsUpdate(doc) }
}

async function storedDocument(reportId: string) {
  const [stored] = await database.db.select().from(reportDocument).where(eq(reportDocument.reportId, reportId))
  if (!stored) throw new Error('no document')
  return stored
}

/** What was kept from before migrations. */
const versions = (reportId: string) =>
  database.db
    .select()
    .from(reportVersion)
    .where(and(eq(reportVersion.reportId, reportId), eq(reportVersion.kind, 'migrated')))

describe('migrations', () => {
  test('stand in order, and none goes beyond this version', () => {
    const numbers = MIGRATIONS.map(step => step.to)
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
    expect(Math.max(0, ...numbers)).toBeLessThanOrEqual(EDITOR_VERSION)
  })

  test('a fold migrates state and log once, and keeps the bytes from before', async () => {
    const { id, section, state } = await older()
    await documents.fold(id)
    const migrated = await storedDocument(id)
    expect(migrated.editorVersion).toBe(EDITOR_VERSION)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, migrated.state)
    expect(doc.getXmlFragment(section).toString()).toBe('<remark></remark><remark>Skrivet förut</remark>')
    const [text] = await database.db.select().from(sectionText).where(eq(sectionText.sectionId, section))
    expect(text?.content).toMatchObject({ content: [{ type: 'remark' }, { type: 'remark' }] })

    const [version, ...others] = await versions(id)
    expect(others).toEqual([])
    expect(version).toMatchObject({ kind: 'migrated', editorVersion: EDITOR_VERSION - 1, seq: migrated.seq })
    const kept = new Y.Doc()
    Y.applyUpdateV2(kept, gunzipSync(version?.state ?? new Uint8Array()))
    expect(Y.encodeStateAsUpdate(kept)).toEqual(state)

    await documents.fold(id)
    expect(await versions(id)).toHaveLength(1)
    expect((await storedDocument(id)).state).toEqual(migrated.state)
  })

  test('history goes on from the migrated text', async () => {
    const { id, section } = await older()
    const { seq, version } = await documents.fold(id)
    const source = await sourceAt(database.db, id, seq)
    const doc = rebuild(source, [section])
    expect(doc.getXmlFragment(section).toString()).toBe('<remark></remark><remark>Skrivet förut</remark>')

    const before = Y.encodeStateVector(doc)
    addParagraph(doc, section, 'Skrivet sedan')
    await database.db.insert(reportUpdate).values({ reportId: id, data: Y.encodeStateAsUpdate(doc, before) })
    const next = await documents.fold(id)
    expect(next.versionBefore).toBe(version)
    const later = rebuild(await sourceAt(database.db, id, next.seq), [section])
    expect(later.getXmlFragment(section).toString()).toBe(doc.getXmlFragment(section).toString())
  })

  test('two at the same time migrate once', async () => {
    const { id } = await older()
    await Promise.all([documents.fold(id), documents.fold(id), documents.foldPending()])
    expect(await versions(id)).toHaveLength(1)
  })

  test('are all or nothing: where storing fails, the document is as it was', async () => {
    const { id } = await older()
    const before = await storedDocument(id)
    const failing = database.db.transaction(async tx => {
      await documents.fold(id, tx)
      throw new Error('the caller failed')
    })
    await expect(failing).rejects.toThrow('the caller failed')
    expect(await storedDocument(id)).toEqual(before)
    expect(await versions(id)).toEqual([])
  })

  test('whoever opens the report gets the migrated text', async () => {
    const { id, section } = await older()
    const client = suite.client({ reportId: id, port: migrating.port })
    await client.ready()
    expect(client.doc.getXmlFragment(section).toString()).toBe('<remark></remark><remark>Skrivet förut</remark>')
    expect(await versions(id)).toHaveLength(1)
  })

  test('a version without a step is noted, and nothing else', async () => {
    const { id } = await older()
    await suite.server.documents.fold(id)
    expect((await storedDocument(id)).editorVersion).toBe(EDITOR_VERSION)
    expect(await versions(id)).toEqual([])
  })
})

describe('a document of a later version', () => {
  test('is neither opened nor folded', async () => {
    const { id } = await older(EDITOR_VERSION + 1)
    const before = await storedDocument(id)
    await expect(documents.fold(id)).rejects.toThrow(DocumentNewerError)
    const client = suite.client({ reportId: id })
    expect(await client.closed).toBe(CLOSE.newerDocument)
    expect(await storedDocument(id)).toEqual(before)
  })
})
