import { ImageRun, Paragraph, Table, TableCell, TableRow } from 'docx'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { image, reportUpdate } from '#db/schema/document.ts'
import { reportSection } from '#db/schema/report.ts'
import { wordImport } from '#db/schema/word-import.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { type DocumentNode, textOf, walk } from '#editor/core/document-node.ts'
import { samplePng } from '../../export/testing/sample-png.ts'
import type { Actor } from '../../policies/actor.ts'
import { type DemoServices, demoActor, demoReport, demoServices } from '../../testing/demo-services.ts'
import { serviceDriver } from '../../testing/service-driver.ts'
import { resolveForExport } from '../resolve-for-export.ts'
import { updateSection } from '../update-section.ts'
import { leavePart, placePart } from './place-part.ts'
import { readWordImport } from './read-word-import.ts'
import { readWordInChild } from './read-word-in-child.ts'
import { archive, heading, text, wordFile } from './testing/word-file.ts'
import { uploadWord } from './upload-word.ts'

const database = testDatabase()
let services: DemoServices
let mas: Actor
let file: Uint8Array

beforeAll(async () => {
  services = await demoServices(database)
  mas = await demoActor(services, 'mas')
  const picture = new ImageRun({ type: 'png', data: samplePng(60, 40), transformation: { width: 60, height: 40 } })
  const row = new TableRow({ children: [new TableCell({ columnSpan: 2, children: [text('47,1')] })] })
  file = await wordFile([
    heading(1, 'Sammanfattning'),
    text('Ur Word.'),
    new Paragraph({ children: [picture] }),
    new Table({ rows: [row] }),
    heading(1, 'Väntetider'),
    text('De minskade.'),
  ])
})
afterAll(() => services.documents.close())

const withReader = () => ({ ...services, readWord: readWordInChild })

async function imported() {
  const reportId = await demoReport(services, mas)
  const { id: importId } = await uploadWord(withReader(), mas, reportId, { fileName: 'Berättelse.docx', bytes: file })
  const found = await readWordImport(services, mas, reportId)
  if (!found) throw new Error('nothing was kept')
  const sectionNamed = (name: string) => found.sections.find(section => section.heading === name)?.id ?? ''
  const partNamed = (name: string) => found.parts.find(part => part.heading === name)?.id ?? ''
  return { reportId, importId, found, sectionNamed, partNamed }
}

const sectionOf = async (reportId: string, sectionId: string): Promise<DocumentNode> => {
  const { resolved } = await resolveForExport(services, mas, reportId)
  return resolved.sections.find(({ id }) => id === sectionId)?.content ?? { type: 'doc' }
}
const typesIn = (node: DocumentNode): string[] => (node.content ?? []).map(({ type }) => type)

describe('a Word file', () => {
  test('is kept in parts, the sections that they mean are found, and the report is as it was', async () => {
    const { reportId, found, sectionNamed } = await imported()
    expect(found.parts.map(({ heading: name, suggested }) => [name, suggested])).toEqual([
      ['Sammanfattning', sectionNamed('Sammanfattning')],
      ['Väntetider', null],
    ])
    expect(await services.db.select().from(reportUpdate).where(eq(reportUpdate.reportId, reportId))).toEqual([])
    const [stored] = await services.db.select().from(image).where(eq(image.reportId, reportId))
    const ids: unknown[] = []
    for (const { content } of found.parts)
      walk(content as DocumentNode, node => void (node.type === 'image' && ids.push(node.attrs?.imageId)))
    expect(ids).toEqual([stored?.id])
  })

  test('is placed below what stands there, as a change in the name of who did it', async () => {
    const { reportId, importId, sectionNamed, partNamed } = await imported()
    const sectionId = sectionNamed('Sammanfattning')
    await serviceDriver(services, mas, reportId).write(sectionId, 'Skrivet här.')
    await placePart(services, mas, { reportId, importId, partId: partNamed('Sammanfattning'), sectionId })
    const content = await sectionOf(reportId, sectionId)
    expect(textOf(content).replace(/\s+/g, ' ')).toContain('Skrivet här. Ur Word.')
    expect(typesIn(content).filter(type => type !== 'paragraph')).toEqual(['image', 'table'])
    const log = await services.db
      .select()
      .from(reportUpdate)
      .where(eq(reportUpdate.reportId, reportId))
      .orderBy(reportUpdate.seq)
    expect(log.map(({ userId }) => userId)).toEqual([mas.id, mas.id])
  })

  test('keeps the heading of a part that is placed under another', async () => {
    const { reportId, importId, sectionNamed, partNamed } = await imported()
    const sectionId = sectionNamed('Inledning')
    await placePart(services, mas, { reportId, importId, partId: partNamed('Väntetider'), sectionId })
    const [first, second] = (await sectionOf(reportId, sectionId)).content ?? []
    expect([first?.type, textOf(first ?? { type: 'doc' }), textOf(second ?? { type: 'doc' })]).toEqual([
      'heading',
      'Väntetider',
      'De minskade.',
    ])
  })

  test('is done when every part is placed or left, and each is placed once', async () => {
    const { reportId, importId, sectionNamed, partNamed } = await imported()
    const sectionId = sectionNamed('Sammanfattning')
    const place = { reportId, importId, partId: partNamed('Sammanfattning'), sectionId }
    const twice = await Promise.allSettled([placePart(services, mas, place), placePart(services, mas, place)])
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(placePart(services, mas, place)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    const other = { reportId, importId, partId: partNamed('Väntetider') }
    await leavePart(services, mas, { ...other, left: true })
    expect((await readWordImport(services, mas, reportId))?.doneAt).not.toBeNull()
    await leavePart(services, mas, { ...other, left: false })
    expect((await readWordImport(services, mas, reportId))?.doneAt).toBeNull()
  })
})

describe('nothing is placed', () => {
  test('in a locked section, by somebody who may not, or from another report', async () => {
    const { reportId, importId, sectionNamed, partNamed } = await imported()
    const place = { reportId, importId, partId: partNamed('Sammanfattning'), sectionId: sectionNamed('Sammanfattning') }
    await updateSection(services, mas, place.sectionId, { locked: true })
    await expect(placePart(services, mas, place)).rejects.toMatchObject({ code: 'section-locked' })
    const auditor = await demoActor(services, 'revisor')
    await expect(placePart(services, auditor, place)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(uploadWord(withReader(), auditor, reportId, { fileName: 'x', bytes: file })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    const elsewhere = await demoReport(services, mas)
    const [section] = await services.db.select().from(reportSection).where(eq(reportSection.reportId, elsewhere))
    const foreign = { ...place, reportId: elsewhere, sectionId: section?.id ?? '' }
    await expect(placePart(services, mas, foreign)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('of a file that is refused, and nothing is kept of it', async () => {
    const reportId = await demoReport(services, mas)
    const bytes = archive({ 'word/vbaProject.bin': new Uint8Array(9) })
    await expect(uploadWord(withReader(), mas, reportId, { fileName: 'x.docm', bytes })).rejects.toMatchObject({
      reason: 'macros',
    })
    expect(await services.db.select().from(wordImport).where(eq(wordImport.reportId, reportId))).toEqual([])
  })
})
