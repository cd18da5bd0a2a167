// A process of its own: ten people who type five characters a second each, with stock y-websocket clients.
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

interface Order {
  url: string
  reportId: string
  sectionIds: string[]
  cookie: string
  typists: number
  keysPerSecond: number
}

class WithCookie extends WebSocket {
  static cookie = ''
  constructor(url: string) {
    super(url, { headers: { cookie: WithCookie.cookie } })
  }
}

function typist(order: Order, index: number): void {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${order.url.replace('http', 'ws')}/collab`, order.reportId, doc, {
    WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  provider.once('sync', () => {
    const fragment = doc.getXmlFragment(order.sectionIds[index % order.sectionIds.length])
    const paragraph = new Y.XmlElement('paragraph')
    const text = new Y.XmlText('')
    paragraph.insert(0, [text])
    fragment.push([paragraph])
    setInterval(() => text.insert(text.length, 'x'), 1000 / order.keysPerSecond)
    process.send?.('typing')
  })
}

process.once('message', (order: Order) => {
  WithCookie.cookie = order.cookie
  for (let index = 0; index < order.typists; index++) typist(order, index)
})
