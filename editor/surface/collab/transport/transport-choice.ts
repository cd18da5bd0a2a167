export type Transport = 'websocket' | 'polling'

/** WebSockets that may fail in a row before polling is tried: where none has ever worked, and where one has. */
const AT_FIRST = 2
const ONCE_WORKED = 6

const KEY = 'samskrift.transport'

/**
 * How the next connection is made. WebSockets are tried first; where they are blocked (by a proxy, as a rule), long
 * polling takes over, and the tab remembers it. Where polling fails too, the two take turns: then the server is away.
 */
export class TransportChoice {
  #failures = 0
  #most = AT_FIRST
  readonly #memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

  /** @param memory of the tab */
  constructor(memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {
    this.#memory = memory
    if (memory.getItem(KEY) === 'polling') this.#failures = AT_FIRST
  }

  next(): Transport {
    return this.#failures >= this.#most ? 'polling' : 'websocket'
  }

  /** The server has been heard. */
  worked(transport: Transport): void {
    if (transport === 'polling') {
      this.#memory.setItem(KEY, 'polling')
    } else {
      this.#failures = 0
      this.#most = ONCE_WORKED
      this.#memory.removeItem(KEY)
    }
  }

  /** It ended before the server was heard. */
  failed(transport: Transport): void {
    if (transport === 'websocket') this.#failures += 1
    else this.#failures = this.#most - 1
  }

  /** It neither opens nor fails: a proxy that holds it. */
  hung(): void {
    this.#failures = this.#most
  }
}
