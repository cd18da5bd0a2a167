import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import { textParts } from '#editor/marks/comment/text-parts.ts'
import { loadActor } from '../auth/load-actor.ts'
import { collabSuite } from '../collab/testing/suite.ts'
import type { TestClient } from '../collab/testing/test-client.ts'
import { testRedis } from '../collab/testing/test-redis.ts'
import { addParagraph, read } from '../collab/testing/text.ts'
import { until } from '../collab/testing/until.ts'
import { startCollab, type TestServer } from '../collab/testing/world.ts'
import { readComments } from './read-comments.ts'
import { reply } from './reply.ts'
import { startComment } from './start-comment.ts'
import { chooseWords } from './testing/choose-words.ts'

const database = testDatabase()
const redis = testRedis()
const suite = collabSuite(database)
// The log is looked through so seldom that nothing but the bus and the events can be what brings a comment.
const tuning = { logCheck: 600_000 }

let one: TestServer
let two: TestServer
beforeAll(async () => {
  one = await startCollab(suite.world, { bus: redis.bus(), events: true, tuning })
  two = await startCollab(suite.world, { bus: redis.bus(), events: true, tuning })
  await one.documents.history.ready()
})
afterAll(() => Promise.all([one.stop(), two.stop()]))

const places = ({ doc }: TestClient, sectionId: string): string =>
  JSON.stringify(textParts(doc.getXmlFragment(sectionId)).map(({ text }) => text.toDelta()))

test('begun at one node it stands in the open editors of the other, which hear of the answer too', async () => {
  const { id, sections } = await suite.world.report(suite.mas)
  const [section = ''] = sections
  const [a, b] = [await suite.join(id, { port: one.port }), await suite.join(id, { port: two.port })]
  addParagraph(a.doc, section, 'Fallen minskade under året.')
  await a.allSaved()
  await until('here too', () => read(b.doc, section).includes('året'))
  const mas = await loadActor(database.db, suite.mas)
  if (!mas) throw new Error('no actor')
  const services = { db: database.db, documents: one.documents }
  const thread = await startComment(services, mas, id, {
    ...chooseWords(a.doc, section, 'minskade'),
    body: 'Stämmer det?',
  })
  await until('marked at both', () => [a, b].every(client => places(client, section).includes(thread.id)))
  expect(places(b, section)).toBe(places(a, section))
  await until('told at both', () => [a, b].every(({ changed }) => changed.includes('comments')))
  const told = b.changed.length
  await reply(services, mas, thread.id, 'Ja.')
  await until('the other node is told of the answer', () => b.changed.slice(told).includes('comments'))
  const [found] = await readComments({ db: database.db }, mas, id)
  expect(found?.messages.map(({ body }) => body)).toEqual(['Stämmer det?', 'Ja.'])
  addParagraph(b.doc, section, 'Trycksåren ökade.')
  await until('back at the first', () => read(a.doc, section).includes('Trycksåren'))
  expect(places(a, section)).toBe(places(b, section))
})
