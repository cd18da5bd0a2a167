import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { reportDocument, reportUpdate, reportVersion } from '#db/schema/document.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import { loadActor } from '../auth/load-actor.ts'
import { World } from '../collab/testing/world.ts'
import { createDocuments } from '../documents/create-documents.ts'
import type { Documents } from '../documents/documents.ts'
import type { Actor } from '../policies/actor.ts'
import { compareMoments } from './compare-moments.ts'
import { nameVersion } from './name-version.ts'
import { readText } from './read-text.ts'
import { restoreText } from './restore-text.ts'

const database = testDatabase()
let world: World
let documents: Documents
let mas: Actor
const services = () => ({ db: database.db, documents })

beforeAll(async () => {
  world = await World.create(database)
  documents = createDocuments(database, {
    script: join(import.meta.dirname, '../documents/testing/renaming-worker.ts'),
  })
  await documents.history.ready()
  const found = await loadActor(database.db, await world.user('MAS'))
  if (!found) throw new Error('no actor')
  mas = found
})
afterAll(() => documents.close())

/** A report that was written by the version before this one, in two steps, and then opened by this one. */
async function migrated() {
  const { id, sections } = await world.report(mas.id)
  const [section = ''] = sections
  const doc = new Y.Doc()
  const [stored] = await database.db.select().from(reportDocument).where(eq(reportDocument.reportId, id))
  if (!stored) throw new Error('no document')
  Y.applyUpdate(doc, stored.state)
  const write = async (text: string): Promise<number> => {
    const before = Y.encodeStateVector(doc)
    const line = new Y.XmlElement('stycke')
    line.insert(0, [new Y.XmlText(text)])
    doc.getXmlFragment(section).push([line])
    const data = Y.encodeStateAsUpdate(doc, before)
    const [row] = await database.db.insert(reportUpdate).values({ reportId: id, userId: mas.id, data }).returning()
    return row?.seq ?? 0
  }
  const first = await write('Först')
  await write('Sedan')
  await database.db
    .update(reportDocument)
    .set({ editorVersion: EDITOR_VERSION - 1 })
    .where(eq(reportDocument.reportId, id))
  const { seq } = await documents.fold(id)
  return { id, section, first, seq }
}

const textNow = async (id: string, section: string): Promise<string> => {
  const { state } = await documents.fold(id)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return doc.getXmlFragment(section).toString()
}

describe('a moment from before a migration', () => {
  test('is restored in the form of today', async () => {
    const { id, section, first } = await migrated()
    expect(await textNow(id, section)).toBe(
      '<paragraph></paragraph><paragraph>Först</paragraph><paragraph>Sedan</paragraph>',
    )
    const restored = await restoreText(services(), mas, id, { seq: first, sectionId: section })
    expect(restored.changed).toEqual([section])
    expect(await textNow(id, section)).toBe('<paragraph></paragraph><paragraph>Först</paragraph>')
    await restoreText(services(), mas, id, { seq: restored.before, sectionId: section })
    expect(await textNow(id, section)).toContain('<paragraph>Sedan</paragraph>')
  })

  test('is read and compared in it too: what only has another name now is the same', async () => {
    const { id, section, first, seq } = await migrated()
    const read = await readText(services(), mas, id, { moment: first, sectionId: section })
    expect(read.sections[0]?.content?.content?.map(block => block.type)).toEqual(['paragraph', 'paragraph'])
    const { sections } = await compareMoments(services(), mas, id, { from: first, to: seq })
    expect(sections[0]?.blocks.filter(block => block.change !== 'same').map(block => block.change)).toEqual(['added'])
  })

  test('keeps the form it had when it gets a name, and is restored by it', async () => {
    const { id, section, first } = await migrated()
    await nameVersion(services(), mas, id, { moment: first, name: 'Förr' })
    const [named] = await database.db
      .select()
      .from(reportVersion)
      .where(and(eq(reportVersion.reportId, id), eq(reportVersion.kind, 'named')))
    expect(named?.editorVersion).toBe(EDITOR_VERSION - 1)
    await restoreText(services(), mas, id, { seq: first, sectionId: section })
    expect(await textNow(id, section)).toBe('<paragraph></paragraph><paragraph>Först</paragraph>')
  })
})
