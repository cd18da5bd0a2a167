import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { readVarUint } from 'lib0/decoding'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { MESSAGE } from '#editor/core/collab-protocol.ts'
import { EDITOR_VERSION } from '#editor/core/editor-version.ts'
import { SaveCounter } from '#editor/surface/collab/save-counter.ts'
import { loadActorByLogin } from '#server/auth/load-actor.ts'
import { readEnv } from '#server/env.ts'
import { openDatabaseAsGuest } from '#server/process/open-database.ts'
import { createReport } from '#server/reports/create-report.ts'
import { listBoards } from '#server/reports/list-boards.ts'
import { readStructure } from '#server/reports/read-structure.ts'
import { ServerProcess } from './support/server-process.ts'

/** A report of the demo's MAS, made beside the running server. */
async function makeReport(server: ServerProcess): Promise<{ reportId: string; sectionId: string }> {
  const database = await openDatabaseAsGuest({ ...readEnv(), DATABASE_URL: undefined, SAMSKRIFT_DATA: server.dataDir })
  try {
    const { db } = database.client
    const mas = await loadActorByLogin(db, 'mas')
    if (!mas) throw new Error('the demo is not loaded')
    const board = (await listBoards({ db }, mas)).find(choice => choice.mayCreate)
    const { id } = await createReport({ db }, mas, {
      templateKey: 'patientsakerhetsberattelse',
      boardId: board?.id ?? '',
      year: 2023,
      diaryNumber: '',
      title: 'Livscykel',
    })
    return { reportId: id, sectionId: (await readStructure({ db }, mas, id)).sections[1]?.id ?? '' }
  } finally {
    await database.close()
  }
}

interface Client {
  doc: Y.Doc
  synced: Promise<void>
  /** Resolves when the server says that all that was sent is committed, as the editor counts it. */
  saved(): Promise<void>
  close(): void
}

function connect(server: ServerProcess, reportId: string, cookie: string): Client {
  const counter = new SaveCounter()
  let onSaved = (): void => {}
  class CountingWithCookie extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie } })
    }
    override send(frame: Uint8Array): void {
      super.send(frame)
      counter.sent(frame)
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`ws://localhost:${server.port}/collab`, reportId, doc, {
    WebSocketPolyfill: CountingWithCookie as unknown as typeof globalThis.WebSocket,
    params: { v: String(EDITOR_VERSION) },
    disableBc: true,
  })
  const synced = new Promise<void>(resolve => provider.once('sync', () => resolve()))
  provider.messageHandlers[MESSAGE.saved] = (_encoder, decoder) => {
    counter.saved(readVarUint(decoder))
    onSaved()
  }
  for (const own of [MESSAGE.changed, MESSAGE.denied, MESSAGE.closing]) provider.messageHandlers[own] = () => {}
  const saved = (): Promise<void> =>
    new Promise(resolve => {
      onSaved = () => {
        if (counter.settled) resolve()
      }
      onSaved()
    })
  return { doc, synced, saved, close: () => provider.destroy() }
}

function write(client: Client, sectionId: string, text: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  client.doc.getXmlFragment(sectionId).push([paragraph])
}

test('what was shown as saved survives kill -9, and SIGTERM stops everything', async () => {
  test.setTimeout(180_000)
  const server = await ServerProcess.create()
  await server.start()
  expect(server.stdout).toBe(`Samskrift: ${server.url}\n`)

  const { reportId, sectionId } = await makeReport(server)
  const cookie = (await server.cli('session', '--user', 'mas')).trim()
  const writer = connect(server, reportId, cookie)
  await writer.synced
  write(writer, sectionId, 'Skrivet precis före strömavbrottet.')
  await writer.saved()
  await server.end('SIGKILL')
  writer.close()

  await server.start()
  const reader = connect(server, reportId, cookie)
  await reader.synced
  expect(reader.doc.getXmlFragment(sectionId).toString()).toContain('Skrivet precis före strömavbrottet.')
  reader.close()
  expect(JSON.parse(await server.cli('reports', '--json'))).toMatchObject([{ title: 'Livscykel' }])

  const [postmaster = ''] = (await readFile(join(server.dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')
  expect(await server.end('SIGTERM')).toBe(0)
  expect(() => process.kill(Number(postmaster), 0)).toThrow('ESRCH')
})

test('Ctrl-C stops everything too, and the command line works without a server', async () => {
  const server = await ServerProcess.create()
  await server.start()
  expect(await server.end('SIGINT')).toBe(0)
  expect(await server.cli('reports')).toBe('Det finns inga rapporter.\n')
  expect(await server.cli('--help')).toContain('Användning:')
})
