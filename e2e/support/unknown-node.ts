import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

export interface Place {
  /** "http://localhost:3000" */
  origin: string
  reportId: string
  sectionId: string
  /** Of somebody who may write. */
  cookie: string
}

/** Puts a node that no editor knows into a section, as a client of a later version would. */
export async function writeUnknownNode({ origin, reportId, sectionId, cookie }: Place): Promise<void> {
  class WithCookie extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie } })
    }
  }
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/collab`, reportId, doc, {
    WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  await new Promise<void>(resolve => provider.once('sync', () => resolve()))
  const node = new Y.XmlElement('hologram')
  node.insert(0, [new Y.XmlText('Från framtiden')])
  doc.getXmlFragment(sectionId).push([node])
  // Its own words come back to nobody: a second client hears when they are there.
  const reader = new WebsocketProvider(`${origin.replace('http', 'ws')}/collab`, reportId, new Y.Doc(), {
    WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  await new Promise<void>(resolve => {
    const look = (): void => {
      if (reader.doc.getXmlFragment(sectionId).toString().includes('Från framtiden')) resolve()
    }
    reader.doc.on('update', look)
    look()
  })
  reader.destroy()
  provider.destroy()
}
