import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { testDatabase } from '#db/testing/test-database.ts'
import { collabSuite } from './testing/suite.ts'
import { read, type } from './testing/text.ts'
import { until } from './testing/until.ts'
import { startCollab } from './testing/world.ts'

const database = testDatabase()
const suite = collabSuite(database)
const providers: WebsocketProvider[] = []
afterEach(() => {
  for (const provider of providers.splice(0)) provider.destroy()
})

/** y-websocket as it comes from npm. */
async function stock(reportId: string): Promise<{ doc: Y.Doc; provider: WebsocketProvider }> {
  const doc = new Y.Doc()
  class WithCookie extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { cookie: `user=${suite.mas}` } })
    }
  }
  const provider = new WebsocketProvider(`ws://127.0.0.1:${suite.server.port}/collab`, reportId, doc, {
    WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  providers.push(provider)
  await until('synced', () => provider.synced)
  return { doc, provider }
}

test('two converge, and the content outlives the server', async () => {
  const { id, sections } = await suite.world.report(suite.mas)
  const [section = ''] = sections
  const a = await stock(id)
  const b = await stock(id)
  type(a.doc, section, 'Hej ')
  await until('b has it', () => read(b.doc, section) === 'Hej ')
  type(b.doc, section, 'du')
  await until('a has it', () => read(a.doc, section) === 'Hej du')
  for (const { provider } of [a, b]) provider.destroy()
  await suite.restart()
  const c = await stock(id)
  expect(read(c.doc, section)).toBe('Hej du')
})

test('"synced" comes with the content, not before', async () => {
  const { id, sections } = await suite.world.report(suite.mas)
  const [section = ''] = sections
  const a = await suite.join(id)
  for (const word of ['ett ', 'två ', 'tre']) type(a.doc, section, word)
  await a.allSaved()
  const doc = new Y.Doc()
  let seen: string | null = null
  const b = suite.client({ reportId: id, version: null, doc })
  await until('synced', () => {
    if (b.synced) seen ??= read(doc, section)
    return b.synced
  })
  expect(seen).toBe('ett två tre')
})

test('survives a restart of the server while typing', async () => {
  const { id, sections } = await suite.world.report(suite.mas)
  const [section = ''] = sections
  const a = await stock(id)
  type(a.doc, section, 'före ')
  const port = suite.server.port
  await suite.server.stop()
  type(a.doc, section, 'under ')
  suite.server = await startCollab(suite.world, { port })
  await until('back', () => a.provider.synced, 15_000)
  type(a.doc, section, 'efter')
  const b = await suite.join(id)
  await until('all of it', () => read(b.doc, section) === 'före under efter')
})

test('two users who each delete another paragraph lose nothing else', async () => {
  const { id, sections } = await suite.world.report(suite.mas)
  const [section = ''] = sections
  const a = await stock(id)
  const fragment = a.doc.getXmlFragment(section)
  a.doc.transact(() => {
    for (const text of ['ett', 'två', 'tre', 'fyra']) {
      const paragraph = new Y.XmlElement('paragraph')
      fragment.push([paragraph])
      paragraph.push([new Y.XmlText(text)])
    }
  })
  const b = await stock(id)
  // At the same time: neither has heard of the other's deletion.
  a.doc.getXmlFragment(section).delete(1, 1)
  b.doc.getXmlFragment(section).delete(3, 1)
  const texts = (doc: Y.Doc): string => read(doc, section)
  await until('the same', () => texts(a.doc) === texts(b.doc) && texts(a.doc) === '\ntvå\nfyra')
  expect(texts(b.doc)).toBe('\ntvå\nfyra')
})
