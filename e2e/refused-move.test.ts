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

/** A mover, and a reader who was shown the move of a saved text to the first section, before that was locked. */
async function movedBeforeTheLock() {
  const { stage, first, second, third, authors } = await cast(database, { sections: 3, contributors: [false, false] })
  const [mover, reader] = authors as [Author, Author]
  mover.edit(second, 'writeParagraph', ANYWHERE)
  await until('the text is saved', () => authors.every(one => one.isSaved && one.shows(mover.written)))
  const text = new Set(mover.written)
  const shownIn = (author: Author, section: string) => charactersIn(author.room.doc.getXmlFragment(section))
  /** The text stands where it stood, and nowhere else, on every page and in the log. */
  const expectUnmoved = async (): Promise<void> => {
    await until('all is answered', () => authors.every(one => one.isSaved && shownIn(one, first).size === 0))
    const { doc } = await stage.read()
    expect(charactersIn(doc.getXmlFragment(second))).toEqual(text)
    expect(charactersIn(doc.getXmlFragment(first))).toEqual(new Set())
    for (const author of authors) expect(shownIn(author, second)).toEqual(text)
  }
  const seesTheMove = (): Promise<void> => until('the move is shown', () => shownIn(reader, first).size > 0)
  return { stage, first, second, third, mover, reader, text, expectUnmoved, seesTheMove }
}

test('a move that was shown, and refused when it was committed, takes the text out on nobody’s page', async () => {
  const { stage, first, second, mover, reader, text, expectUnmoved, seesTheMove } = await movedBeforeTheLock()
  const { lockSection } = await stage.holdReport()
  mover.move(second, first)
  await seesTheMove()
  await lockSection(first)
  await until('it is refused', () => mover.offered.size > 0)
  await expectUnmoved()
  expect(mover.offered).toEqual(text)
  expect(reader.offered).toEqual(new Set())
})

test('nor does it when somebody who was shown it comes back after the refusal', async () => {
  const { stage, first, second, third, mover, reader, expectUnmoved, seesTheMove } = await movedBeforeTheLock()
  const { lockSection } = await stage.holdReport()
  mover.move(second, first)
  await seesTheMove()
  reader.goOffline()
  reader.edit(third, 'writeParagraph', ANYWHERE)
  await lockSection(first)
  await until('it is refused', () => mover.offered.size > 0)
  reader.goOnline()
  await expectUnmoved()
  await until('their own text is there', () => mover.shows(reader.written))
})

test('a move that was carried over after another refusal is still one: it is refused whole', async () => {
  const { stage, first, second, third, mover, text, expectUnmoved } = await movedBeforeTheLock()
  await stage.lockSection(third, true)
  mover.edit(third, 'writeParagraph', ANYWHERE)
  mover.move(second, first)
  const late = new Set([...mover.written].filter(one => !text.has(one)))
  const before = mover.room
  // Nothing is committed, so the next document writes the move anew, and it is refused there.
  const { lockSection } = await stage.holdReport()
  await until('the other text is refused', () => mover.room !== before)
  await lockSection(first)
  await until('the move is refused too', () => mover.offered.size === late.size + text.size)
  await expectUnmoved()
})
