import { beforeAll, expect, test, vi } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import { until } from '#server/collab/testing/until.ts'
import type { Author } from './histories/author.ts'
import { pretendBrowser } from './histories/browser.ts'
import { cast } from './histories/cast.ts'
import { charactersIn } from './histories/characters.ts'

const database = testDatabase()
beforeAll(() => {
  pretendBrowser()
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

const ANYWHERE = { at: 0, size: 0 }

test('text that was sent, and not committed, before a refusal is offered when the report is locked', async () => {
  const { stage, first, second, authors } = await cast(database, { contributors: [true] })
  const [author] = authors as [Author]

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
  const { stage, first, second, authors } = await cast(database, { contributors: [true, false] })
  const [author, other] = authors as [Author, Author]
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
  const { stage, first, second, authors } = await cast(database, { contributors: [false, false] })
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
  const { stage, first, authors } = await cast(database, { contributors: [false, false] })
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
