import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { reportUpdate, reportVersion } from '#db/schema/document.ts'
import { reportSection } from '#db/schema/report.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { loadActor } from '../auth/load-actor.ts'
import { collabSuite } from '../collab/testing/suite.ts'
import type { TestClient } from '../collab/testing/test-client.ts'
import { addParagraph, read, type } from '../collab/testing/text.ts'
import { until } from '../collab/testing/until.ts'
import { startComment } from '../comments/start-comment.ts'
import { chooseWords } from '../comments/testing/choose-words.ts'
import { HistoryGoneError, NotAllowedError, NotFoundError, ReportLockedError, SectionLockedError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import { compareMoments } from './compare-moments.ts'
import { nameVersion } from './name-version.ts'
import { restoreText } from './restore-text.ts'

const database = testDatabase()
const suite = collabSuite(database, { events: true, tuning: { foldIdle: 3_600_000, foldLongest: 3_600_000 } })
const services = () => ({ db: database.db, documents: suite.server.documents })
let mas: Actor
let revisor: Actor
beforeAll(async () => {
  await suite.server.documents.history.ready()
  const found = await Promise.all([suite.mas, suite.revisor].map(id => loadActor(database.db, id)))
  if (!found[0] || !found[1]) throw new Error('no actors')
  mas = found[0]
  revisor = found[1]
})

interface Open {
  id: string
  sections: string[]
  a: TestClient
  b: TestClient
}

/** A report with two authors in it. */
async function opened(): Promise<Open> {
  const { id, sections } = await suite.world.report(suite.mas)
  return { id, sections, a: await suite.join(id), b: await suite.join(id) }
}

const named = async (id: string, name: string): Promise<number> =>
  (await nameVersion(services(), mas, id, { moment: 'now', name })).seq

const converged = (...clients: TestClient[]) =>
  until('the same text everywhere', async () => {
    const states = clients.map(({ doc }) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64'))
    return new Set(states).size === 1
  })

describe('a restored section', () => {
  test('reaches everyone in it as a change of whoever restored it; other sections stay', async () => {
    const { id, sections, a, b } = await opened()
    const [first = '', second = ''] = sections
    addParagraph(a.doc, first, 'Det gamla stycket.')
    addParagraph(a.doc, second, 'Ett annat avsnitt.')
    await a.allSaved()
    const seq = await named(id, 'Förra veckan')
    type(a.doc, first, ' Med tillägg.')
    addParagraph(a.doc, first, 'Ett nytt stycke.')
    type(a.doc, second, ' Också ändrat.')
    await a.allSaved()

    const restored = await restoreText(services(), mas, id, { seq, sectionId: first })
    expect(restored.changed).toEqual([first])
    for (const { doc } of [a, b]) {
      await until('restored', () => read(doc, first) === '\nDet gamla stycket.')
      expect(read(doc, second)).toBe('\nEtt annat avsnitt. Också ändrat.')
    }
    const rows = await database.db.select().from(reportUpdate).where(eq(reportUpdate.reportId, id))
    expect(rows.at(-1)?.userId).toBe(suite.mas)

    await restoreText(services(), mas, id, { seq: restored.before, sectionId: first })
    for (const { doc } of [a, b]) {
      await until('undone', () => read(doc, first) === '\nDet gamla stycket. Med tillägg.\nEtt nytt stycke.')
    }
    await converged(a, b)
  })

  test('takes back what was deleted, lists, marks and numbers among the attributes', async () => {
    const { id, sections, a, b } = await opened()
    const [first = ''] = sections
    a.doc.transact(() => {
      const heading = new Y.XmlElement('heading')
      const list = new Y.XmlElement('bulletList')
      a.doc.getXmlFragment(first).push([heading, list])
      // Yjs' types know strings only; the editor writes numbers.
      heading.setAttribute('level', 4 as unknown as string)
      const text = new Y.XmlText('Fet rubrik')
      heading.push([text])
      text.format(0, 3, { bold: {} })
      const item = new Y.XmlElement('listItem')
      list.push([item])
      const line = new Y.XmlElement('paragraph')
      item.push([line])
      line.push([new Y.XmlText('Punkt')])
    })
    await a.allSaved()
    const seq = await named(id, 'Med lista')
    const wanted = a.doc.getXmlFragment(first).toJSON()
    a.doc.getXmlFragment(first).delete(0, a.doc.getXmlFragment(first).length)
    await a.allSaved()
    await restoreText(services(), mas, id, { seq, sectionId: first })
    for (const { doc } of [a, b]) await until('back', () => doc.getXmlFragment(first).toJSON() === wanted)
    const heading = b.doc.getXmlFragment(first).get(1)
    expect(heading instanceof Y.XmlElement && heading.getAttribute('level')).toBe(4)
  })

  test('keeps comments where they are now: they were no part of the text, then or now', async () => {
    const { id, sections, a, b } = await opened()
    const [first = ''] = sections
    addParagraph(a.doc, first, 'Fallen minskade under året.')
    addParagraph(a.doc, first, 'Nästa stycke.')
    await a.allSaved()
    const seq = await named(id, 'Utan kommentar')
    const commented = (doc: Y.Doc): number => doc.getXmlFragment(first).toString().split('</comment--').length - 1
    await startComment(services(), mas, id, { ...chooseWords(a.doc, first, 'minskade'), body: 'Stämmer det?' })
    await until('marked', () => commented(a.doc) === 1 && commented(b.doc) === 1)
    expect((await restoreText(services(), mas, id, { seq, sectionId: first })).changed).toEqual([])
    const { sections: compared } = await compareMoments(services(), mas, id, { from: seq, to: 'now' })
    expect(compared.map(({ change }) => change)).toEqual(['same', 'same', 'same'])
    type(a.doc, first, ' Med tillägg.')
    await a.allSaved()
    expect((await restoreText(services(), mas, id, { seq, sectionId: first })).changed).toEqual([first])
    await until('restored', () => read(b.doc, first) === '\nFallen minskade under året.\nNästa stycke.')
    expect(commented(b.doc)).toBe(1)
  })

  test('keeps the blocks that did not change: a caret in one of them stays', async () => {
    const { id, sections, a, b } = await opened()
    const [first = ''] = sections
    for (const word of ['Ett', 'Två', 'Tre']) addParagraph(a.doc, first, `${word} är ett stycke`)
    await a.allSaved()
    const seq = await named(id, 'Tre stycken')
    const fragment = b.doc.getXmlFragment(first)
    await until('arrived', () => fragment.length === 4)
    const [, , second, third] = fragment.toArray()
    a.doc.getXmlFragment(first).delete(1, 1)
    type(a.doc, first, ', nu längre')
    await a.allSaved()
    await restoreText(services(), mas, id, { seq, sectionId: first })
    await until('restored', () => read(b.doc, first) === '\nEtt är ett stycke\nTvå är ett stycke\nTre är ett stycke')
    // The very same elements: nothing was replaced.
    expect(fragment.get(2)).toBe(second)
    expect(fragment.get(3)).toBe(third)
  })
})

test('while another author types in the same section and in another, nothing else is lost', async () => {
  const { id, sections, a, b } = await opened()
  const [first = '', second = ''] = sections
  addParagraph(a.doc, first, 'Kvar')
  addParagraph(a.doc, first, 'Gammal lydelse')
  await a.allSaved()
  const seq = await named(id, 'Gammal')
  addParagraph(a.doc, first, 'Nytt stycke som försvinner')
  await a.allSaved()
  await until('b has it', () => b.doc.getXmlFragment(first).length === 4)
  const kept = b.doc.getXmlFragment(first).get(1)
  const text = kept instanceof Y.XmlElement ? kept.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('no text')

  const restoring = restoreText(services(), mas, id, { seq, sectionId: null })
  let typed = 0
  let done = false
  const typing = until('the end of the restore', () => {
    if (done && typed >= 40) return true
    if (typed < 400) {
      text.insert(text.length, `${typed % 10}`)
      type(b.doc, second, `${typed % 10}`)
      typed += 1
    }
    return false
  })
  const { changed } = await restoring
  done = true
  await typing
  expect(changed).toContain(first)
  await b.allSaved()
  const digits = Array.from({ length: typed }, (_, index) => index % 10).join('')
  // What was typed before the restore took the text went back with it; all that came after is there.
  await until('restored', () => !read(b.doc, first).includes('försvinner'))
  await until(
    'a follows',
    () => read(a.doc, first) === read(b.doc, first) && read(a.doc, second) === read(b.doc, second),
  )
  const left = /^\nKvar(\d*)\nGammal lydelse$/.exec(read(b.doc, first))?.[1]
  expect(left !== undefined && digits.endsWith(left)).toBe(true)
  expect(digits.endsWith(read(b.doc, second))).toBe(true)
  const late = await suite.join(id)
  expect(read(late.doc, first)).toBe(read(b.doc, first))
  expect(read(late.doc, second)).toBe(read(b.doc, second))
  // And what went back stands in the version before the restore: nothing is lost.
  const [before] = await database.db
    .select()
    .from(reportVersion)
    .where(and(eq(reportVersion.reportId, id), eq(reportVersion.kind, 'before-restore')))
  await restoreText(services(), mas, id, { seq: before?.seq ?? 0, sectionId: null })
  await until('undone', () => read(b.doc, first).includes('försvinner'))
})

test('a restore that only deletes reaches the room even when somebody else has folded it', async () => {
  const { id, sections, a, b } = await opened()
  const [first = ''] = sections
  const seq = await (async () => {
    addParagraph(a.doc, first, 'Kvar')
    await a.allSaved()
    return named(id, 'Ett stycke')
  })()
  addParagraph(a.doc, first, 'Bort')
  await a.allSaved()
  const restored = restoreText(services(), mas, id, { seq, sectionId: first })
  await restored
  await suite.server.documents.fold(id)
  for (const { doc } of [a, b]) await until('gone', () => read(doc, first) === '\nKvar')
})

test('what stood there already is no change, and keeps no version', async () => {
  const { id, sections, a } = await opened()
  type(a.doc, sections[0] ?? '', 'samma')
  await a.allSaved()
  const seq = await named(id, 'Nu')
  expect(await restoreText(services(), mas, id, { seq, sectionId: null })).toMatchObject({ changed: [], skipped: [] })
  const versions = await database.db.select().from(reportVersion).where(eq(reportVersion.reportId, id))
  expect(versions.map(version => version.kind).sort()).toEqual(['checkpoint', 'named'])
})

test('a contributor restores a section of their own, and no other', async () => {
  const { id, sections, a, b } = await opened()
  const [own = '', other = ''] = sections
  const userId = await suite.world.user('Enhetschef', 'bidragsgivare')
  const chief = await loadActor(database.db, userId)
  if (!chief) throw new Error('no actor')
  await database.db.update(reportSection).set({ ownerId: userId }).where(eq(reportSection.id, own))
  type(a.doc, own, 'Från enheten.')
  type(a.doc, other, 'Från MAS.')
  await a.allSaved()
  const seq = await named(id, 'Först')
  for (const section of [own, other]) type(a.doc, section, ' Ändrat.')
  await a.allSaved()
  const restore = (sectionId: string | null) => restoreText(services(), chief, id, { seq, sectionId })
  await expect(restore(other)).rejects.toThrow(NotAllowedError)
  await expect(restore(null)).rejects.toThrow(NotAllowedError)
  expect(await restore(own)).toMatchObject({ changed: [own], skipped: [] })
  for (const { doc } of [a, b]) {
    await until('restored', () => read(doc, own) === 'Från enheten.')
    expect(read(doc, other)).toBe('Från MAS. Ändrat.')
  }
  const rows = await database.db.select().from(reportUpdate).where(eq(reportUpdate.reportId, id))
  expect(rows.at(-1)?.userId).toBe(userId)
  await database.db.update(reportSection).set({ lockedAt: new Date() }).where(eq(reportSection.id, own))
  await expect(restore(own)).rejects.toThrow(SectionLockedError)
})

test('a locked section stays as it is, and a locked report altogether', async () => {
  const { id, sections, a } = await opened()
  const [first = '', second = ''] = sections
  await a.allSaved()
  const empty = await named(id, 'Tomt').catch(() => 0)
  for (const section of [first, second]) type(a.doc, section, 'skrivet')
  await a.allSaved()
  await database.db.update(reportSection).set({ lockedAt: new Date() }).where(eq(reportSection.id, first))
  const restore = (sectionId: string | null, by = mas) => restoreText(services(), by, id, { seq: empty, sectionId })
  await suite.server.documents.fold(id)
  await expect(restore(first)).rejects.toThrow(SectionLockedError)
  await expect(restore(null, revisor)).rejects.toThrow(NotAllowedError)
  await expect(restore('00000000-0000-4000-8000-000000000000')).rejects.toThrow(NotFoundError)
  await expect(restoreText(services(), mas, id, { seq: 999_999_999, sectionId: null })).rejects.toThrow(
    HistoryGoneError,
  )
  expect(await restore(null)).toMatchObject({ changed: [second], skipped: [first] })
  await until('restored', () => read(a.doc, second) === '' && read(a.doc, first) === 'skrivet')
  await suite.world.lock(id)
  await expect(restore(second)).rejects.toThrow(ReportLockedError)
})
