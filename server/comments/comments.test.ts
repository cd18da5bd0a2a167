import { asc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { commentThread } from '#db/schema/comment.ts'
import { reportUpdate } from '#db/schema/document.ts'
import { report, reportSection, reportUnit } from '#db/schema/report.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { textParts } from '#editor/marks/comment/text-parts.ts'
import { loadActor } from '../auth/load-actor.ts'
import { collabSuite } from '../collab/testing/suite.ts'
import type { TestClient } from '../collab/testing/test-client.ts'
import { addParagraph, read } from '../collab/testing/text.ts'
import { until } from '../collab/testing/until.ts'
import {
  CommentPlaceGoneError,
  InvalidInputError,
  NotAllowedError,
  NotFoundError,
  ReportLockedError,
} from '../errors.ts'
import { readTimeline } from '../history/read-timeline.ts'
import type { Actor, Role } from '../policies/actor.ts'
import { readLog } from '../testing/read-log.ts'
import { editMessage } from './edit-message.ts'
import { openComments } from './open-comments.ts'
import { readComments } from './read-comments.ts'
import { removeMessage } from './remove-message.ts'
import { reply } from './reply.ts'
import { resolveThread } from './resolve-thread.ts'
import { startComment } from './start-comment.ts'
import { chooseWords } from './testing/choose-words.ts'

const database = testDatabase()
const suite = collabSuite(database, { events: true })
const services = () => ({ db: database.db, documents: suite.server.documents })
let mas: Actor
let mar: Actor
let chair: Actor
let contributor: Actor
let revisor: Actor

const actor = async (name: string, role: Role): Promise<Actor> => {
  const found = await loadActor(database.db, await suite.world.user(name, role))
  if (!found) throw new Error('no actor')
  return found
}

beforeAll(async () => {
  await suite.server.documents.history.ready()
  const known = await loadActor(database.db, suite.mas)
  if (!known) throw new Error('no actor')
  mas = known
  mar = await actor('MAR', 'mar')
  chair = await actor('Ordförande', 'ordforande')
  contributor = await actor('Bidragsgivare', 'bidragsgivare')
  revisor = await actor('Revisor', 'revisor')
})

/** A report with two authors in it, and a sentence in its first section. */
async function opened(sentence = 'Fallen minskade under året.') {
  const { id, sections } = await suite.world.report(suite.mas)
  const [first = '', second = ''] = sections
  const [a, b] = [await suite.join(id), await suite.join(id)]
  addParagraph(a.doc, first, sentence)
  await a.allSaved()
  await until('here too', () => read(b.doc, first).includes(sentence))
  return { id, first, second, a, b }
}

/** The words that each thread stands on, in one copy of the document. */
function marked(doc: Y.Doc, sectionId: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const { text } of textParts(doc.getXmlFragment(sectionId)))
    for (const { insert, attributes } of text.toDelta() as { insert: string; attributes?: Record<string, unknown> }[])
      for (const [name, value] of Object.entries(attributes ?? {})) {
        if (!name.startsWith('comment--')) continue
        const { thread } = value as { thread: string }
        found[thread] = (found[thread] ?? '') + insert
      }
  return found
}

const begin = (who: Actor, reportId: string, doc: Y.Doc, sectionId: string, words: string, body = 'Stämmer det?') =>
  startComment(services(), who, reportId, { ...chooseWords(doc, sectionId, words), body })

const both = (what: string, clients: TestClient[], holds: (client: TestClient) => boolean) =>
  until(what, () => clients.every(holds))

describe('a comment', () => {
  test('is on its words in every open editor, and everybody is told', async () => {
    const { id, first, a, b } = await opened()
    const heard = a.changed.length
    const thread = await begin(mar, id, b.doc, first, 'minskade')
    await both('marked', [a, b], ({ doc }) => marked(doc, first)[thread.id] === 'minskade')
    await both('told', [a, b], ({ changed }) => changed.includes('comments'))
    expect(a.changed.slice(heard)).toEqual(['comments'])
    await suite.server.documents.fold(id)
    expect(await readComments(services(), mas, id)).toMatchObject([
      {
        id: thread.id,
        sectionId: first,
        placed: true,
        quote: 'minskade',
        resolved: null,
        messages: [{ author: { id: mar.id, name: 'MAR' }, body: 'Stämmer det?', editedAt: null }],
      },
    ])
  })

  test('is begun by who may not write, and in a section that is locked', async () => {
    const { id, first, a } = await opened()
    await database.db.update(reportSection).set({ lockedAt: new Date() }).where(eq(reportSection.id, first))
    const thread = await begin(chair, id, a.doc, first, 'Fallen')
    await both('marked', [a], ({ doc }) => marked(doc, first)[thread.id] === 'Fallen')
  })

  test('stands on words of several blocks, and quotes them line by line', async () => {
    const { id, first, a } = await opened()
    addParagraph(a.doc, first, 'Trycksåren ökade.')
    await a.allSaved()
    const chosen = chooseWords(a.doc, first, 'under året.', 'Trycksåren')
    const thread = await startComment(services(), mas, id, { ...chosen, body: 'Båda?' })
    await both('marked', [a], ({ doc }) => marked(doc, first)[thread.id] === 'under året.Trycksåren')
    const [found] = await readComments(services(), mas, id)
    expect(found?.quote).toBe('under året.\nTrycksåren')
  })

  test('two begun at once on words that overlap are both there', async () => {
    const { id, first, a, b } = await opened()
    const threads = await Promise.all([
      begin(mas, id, a.doc, first, 'Fallen minskade'),
      begin(mar, id, b.doc, first, 'minskade under'),
    ])
    const [one = { id: '' }, other = { id: '' }] = threads
    await both('both marked', [a, b], ({ doc }) => {
      const found = marked(doc, first)
      return found[one.id] === 'Fallen minskade' && found[other.id] === 'minskade under'
    })
  })

  test('on words that somebody has changed or deleted is refused, and nothing is stored', async () => {
    const { id, first, a } = await opened()
    const chosen = chooseWords(a.doc, first, 'minskade')
    const text = textParts(a.doc.getXmlFragment(first)).at(-1)?.text
    text?.delete(text.toString().indexOf('minskade'), 'minskade'.length)
    await a.allSaved()
    const length = (await readLog(database.db, id)).length
    const start = startComment(services(), mar, id, { ...chosen, body: 'Ökade?' })
    await expect(start).rejects.toBeInstanceOf(CommentPlaceGoneError)
    a.doc.getXmlFragment(first).delete(0, a.doc.getXmlFragment(first).length)
    await a.allSaved()
    await expect(startComment(services(), mar, id, { ...chosen, body: 'Ökade?' })).rejects.toBeInstanceOf(
      CommentPlaceGoneError,
    )
    expect(await readComments(services(), mar, id)).toEqual([])
    const rows = await readLog(database.db, id)
    expect(rows).toHaveLength(length + 1)
  })

  test('whose words are deleted while it begins is there or refused, never half', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { id, first, a, b } = await opened()
      const begun = begin(mar, id, b.doc, first, 'minskade').catch((error: unknown) => error)
      const text = textParts(a.doc.getXmlFragment(first)).at(-1)?.text
      text?.delete(0, 'Fallen minskade'.length)
      await a.allSaved()
      const outcome = await begun
      const threads = await readComments(services(), mas, id)
      if (outcome instanceof Error) {
        expect(outcome).toBeInstanceOf(CommentPlaceGoneError)
        expect(threads).toEqual([])
      } else expect(threads).toMatchObject([{ quote: 'minskade' }])
      await both('the same', [a, b], ({ doc }) => read(doc, first).endsWith(' under året.'))
    }
  })

  test.each([
    ['no words', { words: '' }],
    ['no message', { body: ' \n ' }],
    ['too long a message', { body: 'x'.repeat(5_001) }],
    ['positions that are none', { from: '!' }],
  ])('with %s is refused', async (_, change) => {
    const { id, first, a } = await opened()
    const chosen = { ...chooseWords(a.doc, first, 'minskade'), body: 'Jo' }
    await expect(startComment(services(), mas, id, { ...chosen, ...change })).rejects.toBeInstanceOf(InvalidInputError)
  })

  test('at a place of another section, or of nothing, is refused', async () => {
    const { id, first, second, a } = await opened()
    const chosen = chooseWords(a.doc, first, 'minskade')
    const input = { ...chosen, body: 'Jo' }
    for (const wrong of [{ sectionId: second }, { from: btoa('xyzzy') }, { words: 'ökade' }, { from: chosen.to }])
      await expect(startComment(services(), mas, id, { ...input, ...wrong })).rejects.toBeInstanceOf(
        CommentPlaceGoneError,
      )
    const other = await opened()
    await expect(startComment(services(), mas, other.id, input)).rejects.toBeInstanceOf(NotFoundError)
  })

  test('is nobody’s writing in the history', async () => {
    const { id, first, a } = await opened()
    const before = await readTimeline(services(), mas, id)
    const thread = await begin(chair, id, a.doc, first, 'minskade')
    await both('marked', [a], ({ doc }) => marked(doc, first)[thread.id] !== undefined)
    const after = await readTimeline(services(), mas, id)
    expect(after.sessions).toEqual(before.sessions)
    expect(after.people).toEqual(before.people)
  })
})

describe('who may', () => {
  const started = async (owner: Actor | null = null) => {
    const report = await opened()
    if (owner)
      await database.db.update(reportSection).set({ ownerId: owner.id }).where(eq(reportSection.id, report.first))
    return { ...report, thread: await begin(mas, report.id, report.a.doc, report.first, 'minskade') }
  }

  test('a contributor comments on sections of their own, and knows of no other thread', async () => {
    const theirs = await started(contributor)
    await reply(services(), contributor, theirs.thread.id, 'Ja')
    expect(await readComments(services(), contributor, theirs.id)).toMatchObject([{ mayWrite: true }])
    const others = await started()
    expect(await readComments(services(), contributor, others.id)).toEqual([])
    await expect(reply(services(), contributor, others.thread.id, 'Ja')).rejects.toBeInstanceOf(NotFoundError)
    await expect(begin(contributor, others.id, others.a.doc, others.first, 'året')).rejects.toBeInstanceOf(
      NotAllowedError,
    )
  })

  test('a revisor reads, and says nothing', async () => {
    const { id, first, a, thread } = await started()
    expect(await readComments(services(), revisor, id)).toMatchObject([{ id: thread.id, mayWrite: false }])
    await expect(begin(revisor, id, a.doc, first, 'året')).rejects.toBeInstanceOf(NotAllowedError)
    await expect(reply(services(), revisor, thread.id, 'Nej')).rejects.toBeInstanceOf(NotAllowedError)
    await expect(resolveThread(services(), revisor, thread.id, true)).rejects.toBeInstanceOf(NotAllowedError)
  })

  test('nobody changes a locked report’s comments, and everybody still reads them', async () => {
    const { id, first, a, thread } = await started()
    const [message] = (await readComments(services(), mas, id))[0]?.messages ?? []
    await suite.world.lock(id)
    const place = { threadId: thread.id, messageId: message?.id ?? 0 }
    for (const attempt of [
      () => begin(mas, id, a.doc, first, 'året'),
      () => reply(services(), mas, thread.id, 'Nej'),
      () => resolveThread(services(), mas, thread.id, true),
      () => editMessage(services(), mas, place, 'Nej'),
      () => removeMessage(services(), mas, place, true),
    ])
      await expect(attempt()).rejects.toBeInstanceOf(ReportLockedError)
    expect(await readComments(services(), mas, id)).toMatchObject([{ mayWrite: false }])
  })

  test('what somebody has said is changed and taken back by themselves alone', async () => {
    const { id, thread } = await started()
    const { id: messageId } = await reply(services(), mar, thread.id, 'Ja,\r\ndet gör det.')
    const place = { threadId: thread.id, messageId }
    await expect(editMessage(services(), mas, place, 'Nej')).rejects.toBeInstanceOf(NotAllowedError)
    await expect(removeMessage(services(), mas, place, true)).rejects.toBeInstanceOf(NotAllowedError)
    const last = async () => (await readComments(services(), mas, id))[0]?.messages.at(-1)
    expect(await last()).toMatchObject({ body: 'Ja,\ndet gör det.', editedAt: null })
    await editMessage(services(), mar, place, 'Nej')
    expect(await last()).toMatchObject({ body: 'Nej', editedAt: expect.any(String) })
    await removeMessage(services(), mar, place, true)
    expect(await last()).toMatchObject({ body: null })
    await expect(editMessage(services(), mar, place, 'Jo')).rejects.toBeInstanceOf(NotFoundError)
    await removeMessage(services(), mar, place, false)
    expect(await last()).toMatchObject({ body: 'Nej' })
    const elsewhere = await started()
    const wrong = { threadId: elsewhere.thread.id, messageId }
    await expect(editMessage(services(), mar, wrong, 'Jo')).rejects.toBeInstanceOf(NotFoundError)
  })
})

test('a thread is resolved and opened again, and says by whom', async () => {
  const { id, first, a, b } = await opened()
  const thread = await begin(mas, id, a.doc, first, 'minskade')
  const [told] = [b.changed.length]
  await resolveThread(services(), mar, thread.id, true)
  await resolveThread(services(), mas, thread.id, true)
  expect(await readComments(services(), mas, id)).toMatchObject([{ resolved: { by: 'MAR' } }])
  await until('told', () => b.changed.slice(told).includes('comments'))
  await resolveThread(services(), mas, thread.id, false)
  expect(await readComments(services(), mas, id)).toMatchObject([{ resolved: null }])
})

test('open threads are warned of before the lock, those of removed rows and resolved ones are not', async () => {
  const { id, first, second, a } = await opened()
  addParagraph(a.doc, second, 'Trycksåren ökade.')
  await a.allSaved()
  const row = async () => {
    const [found] = await database.db.select().from(report).where(eq(report.id, id))
    if (!found) throw new Error('no report')
    return found
  }
  const warned = async () => (await openComments(services(), await row())).map(({ level, message }) => [level, message])
  expect(await warned()).toEqual([])
  const one = await begin(mas, id, a.doc, first, 'Fallen')
  expect(await warned()).toEqual([['warning', expect.stringContaining('1 öppen kommentar')]])
  await begin(mas, id, a.doc, second, 'ökade')
  expect(await warned()).toEqual([['warning', expect.stringContaining('2 öppna kommentarer')]])
  await resolveThread(services(), mar, one.id, true)
  expect(await warned()).toEqual([['warning', expect.stringContaining('1 öppen kommentar')]])
  const [unit] = await database.db
    .insert(reportUnit)
    .values({
      reportId: id,
      sectionId: first,
      kind: 'rekommendation',
      shape: 'section',
      lineageId: id,
      position: 0,
      createdBy: suite.mas,
      removedAt: new Date(),
    })
    .returning()
  await database.db.update(reportSection).set({ unitId: unit?.id }).where(eq(reportSection.id, second))
  expect(await warned()).toEqual([])
  await database.db.update(reportSection).set({ unitId: null }).where(eq(reportSection.id, second))
  await suite.world.lock(id)
  expect(await warned()).toEqual([])
})

test('threads come in the order of the text; one whose words are gone is last in its section, with its quote', async () => {
  const { id, first, second, a } = await opened()
  addParagraph(a.doc, second, 'Trycksåren ökade.')
  await a.allSaved()
  await begin(mas, id, a.doc, second, 'ökade')
  await begin(mas, id, a.doc, first, 'Fallen')
  const later = await begin(mas, id, a.doc, first, 'året')
  await begin(mas, id, a.doc, first, 'minskade')
  const quotes = async () => {
    await suite.server.documents.fold(id)
    return (await readComments(services(), mas, id)).map(({ quote, placed }) => (placed ? quote : `(${quote})`))
  }
  expect(await quotes()).toEqual(['Fallen', 'minskade', 'året', 'ökade'])
  await both('marked', [a], ({ doc }) => Object.keys(marked(doc, first)).length === 3)
  const text = textParts(a.doc.getXmlFragment(first)).at(-1)?.text
  text?.delete(0, 'Fallen '.length)
  await a.allSaved()
  expect(await quotes()).toEqual(['minskade', 'året', '(Fallen)', 'ökade'])
  expect(await database.db.select().from(commentThread).where(eq(commentThread.id, later.id))).toHaveLength(1)
  const rows = await database.db
    .select({ userId: reportUpdate.userId })
    .from(reportUpdate)
    .where(eq(reportUpdate.reportId, id))
    .orderBy(asc(reportUpdate.seq))
  expect(rows.filter(({ userId }) => userId === null)).toHaveLength(4)
})
