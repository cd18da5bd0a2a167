import { WebSocket } from 'ws'
import { TransportChoice } from '#editor/surface/collab/transport/transport-choice.ts'

/** The network of one person's computer: the page finds it by the user that it was made for (`?u=`). */
export interface Network {
  port: number
  isUp: boolean
  sockets: Set<WebSocket>
}

const networks = new Map<string, Network>()
/** Nobody listens here. */
const DEAD_PORT = 1

/** Cookie and way of the person whose page asks for this address. */
function routed(address: string): { url: string; cookie: string; network: Network } {
  const url = new URL(address)
  const userId = url.searchParams.get('u') ?? ''
  const network = networks.get(userId)
  if (!network) throw new Error(`no network for ${address}`)
  url.port = String(network.isUp ? network.port : DEAD_PORT)
  return { url: url.href, cookie: `user=${userId}`, network }
}

/** A browser's WebSocket as the page knows it: it sends the cookie, and goes when the network goes. */
class PageSocket extends WebSocket {
  constructor(address: string) {
    const { url, cookie, network } = routed(address)
    super(url, { headers: { cookie }, perMessageDeflate: false })
    network.sockets.add(this)
    this.on('close', () => network.sockets.delete(this))
    this.on('error', () => {})
  }
}

/** What the page's connection uses of a browser. There are no Web Locks, so nothing is kept on a disk. */
export function pretendBrowser(): void {
  Object.assign(globalThis, {
    window: new EventTarget(),
    document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
    WebSocket: PageSocket,
  })
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: true }, configurable: true })
}

export function connectNetwork(userId: string, port: number): Network {
  const network = { port, isUp: true, sockets: new Set<WebSocket>() }
  networks.set(userId, network)
  return network
}

/** The cable is pulled: nobody says goodbye. */
export function pull(network: Network): void {
  network.isUp = false
  for (const socket of network.sockets) socket.terminate()
}

export function plugIn(network: Network): void {
  network.isUp = true
  window.dispatchEvent(new Event('online'))
}

/** The history decides what is down, so nothing is concluded from it. */
export class WebSocketsOnly extends TransportChoice {
  constructor() {
    super({ getItem: () => null, setItem: () => {}, removeItem: () => {} })
  }

  override next(): 'websocket' {
    return 'websocket'
  }
}
