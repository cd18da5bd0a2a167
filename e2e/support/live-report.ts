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

/** A report of the demo's MAS, made beside the running server. */
export async function makeReport(dataDir: string): Promise<{ reportId: string; sectionId: string }> {
  const database = await openDatabaseAsGuest({ ...readEnv(), DATABASE_URL: undefined, SAMSKRIFT_DATA: dataDir })
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

export interface LiveClient {
  doc: Y.Doc
  synced: Promise<void>
  /** Resolves when the server says that all that was sent is committed, as the editor counts it. */
  saved(): Promise<void>
  close(): void
}

export function connect(port: number, reportId: string, cookie: string): LiveClient {
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
  const provider = new WebsocketProvider(`ws://localhost:${port}/collab`, reportId, doc, {
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

export function write(client: LiveClient, sectionId: string, text: string): void {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(text)])
  client.doc.getXmlFragment(sectionId).push([paragraph])
}
