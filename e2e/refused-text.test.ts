import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import { until } from '#server/collab/testing/until.ts'
import { World } from '#server/collab/testing/world.ts'
import { createDocuments } from '#server/documents/create-documents.ts'
import { Author } from './histories/author.ts'
import { pretendBrowser } from './histories/browser.ts'
import { charactersIn, Pen } from './histories/characters.ts'
import { Stage } from './histories/stage.ts'

const database = testDatabase()
beforeAll(() => {
  pretendBrowser()
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

const ANYWHERE = { at: 0, size: 0 }

/** @param people of each, whether they are a contributor */
async function open(...people: boolean[]) {
  const documents = createDocuments(database)
  const stage = await Stage.open(await World.create(database), documents, 2)
  const { reportId, port } = stage
  const pen = new Pen()
  const authors: Author[] = []
  for (const isContributor of people) {
    authors.push(new Author({ userId: await stage.join('Enhetschef', isContributor), reportId, port, pen }))
  }
  onTestFinished(async () => {
    for (const author of authors) author.leave()
    await stage.close()
    await documents.close()
  })
  await until('all is there', () => authors.every(author => author.isSaved))
  const [first = '', second = ''] = stage.sections
  return { stage, first, second, authors }
}

test('text that was sent, and not committed, before a refusal is offered when the report is locked', async () => {
  const { stage, first, second, authors } = await open(true)
  const [author] = authors as [Author]
  await stage.assign(first, author.userId)

  // While the report is held nothing is committed, and the next page gets the text from the server.
  const { lock } = await stage.holdReport()
  author.edit(first, 'writeParagraph', ANYWHERE)
  author.edit(second, 'writeParagraph', ANYWHERE)
  const before = author.room
  await until('only the other section is refused', () => author.room !== before && author.offered.size === 3)
  await lock()
  await until('all is answered', () => author.isSaved)

  expect(author.offered).toEqual(author.written)
  expect((await stage.read()).rows).toEqual([])
})

test('it stays where only text of somebody else was refused after that', async () => {
  const { stage, first, second, authors } = await open(true, false)
  const [author, other] = authors as [Author, Author]
  await stage.assign(first, author.userId)
  const { lockSection } = await stage.holdReport()
  author.edit(first, 'writeParagraph', ANYWHERE)
  author.edit(second, 'writeParagraph', ANYWHERE)
  const before = author.room
  await until('only the other section is refused', () => author.room !== before && author.offered.size === 3)
  const own = new Set([...author.written].filter(one => !author.offered.has(one)))
  other.edit(second, 'writeParagraph', ANYWHERE)
  await until('shown', () => author.shows(other.written))
  await lockSection(second)
  await until('all is answered', () => authors.every(one => one.isSaved && !one.shows(other.written)))

  expect(author.shows(own)).toBe(true)
  const { doc } = await stage.read()
  expect(charactersIn(doc.getXmlFragment(first))).toEqual(own)
})

test('who was shown text that was refused in the end sees it go, keeps their own, and is offered nothing', async () => {
  const { stage, first, second, authors } = await open(false, false)
  const [writer, reader] = authors as [Author, Author]
  reader.edit(second, 'writeParagraph', ANYWHERE)
  await until('saved', () => reader.isSaved)
  const { lock } = await stage.holdReport()
  writer.edit(first, 'writeParagraph', ANYWHERE)
  await until('shown', () => reader.shows(writer.written))
  await lock()
  await until('all is answered', () => authors.every(author => author.isSaved && !author.shows(writer.written)))

  expect(writer.offered).toEqual(writer.written)
  expect(reader.offered).toEqual(new Set())
  expect(reader.shows(reader.written)).toBe(true)
})

test('what somebody writes beside text that is taken back is offered to them', async () => {
  const { stage, first, authors } = await open(false, false)
  const [writer, other] = authors as [Author, Author]
  const { lock } = await stage.holdReport()
  writer.edit(first, 'writeParagraph', ANYWHERE)
  await until('shown', () => other.shows(writer.written))
  other.edit(first, 'write', { at: 5, size: 1 })
  await lock()
  await until('all is answered', () => authors.every(author => author.isSaved))

  for (const author of authors) for (const one of author.written) expect(author.offered).toContain(one)
  expect((await stage.read()).rows).toEqual([])
})
