import * as decoding from 'lib0/decoding'
import { MESSAGE } from '../../core/collab-protocol.ts'

/** Sync messages of y-protocols. */
const SYNC = { step1: 0, step2: 1, update: 2 } as const

function syncKind(frame: unknown): number | null {
  if (!(frame instanceof Uint8Array)) return null
  const decoder = decoding.createDecoder(frame)
  return decoding.readVarUint(decoder) === MESSAGE.sync ? decoding.readVarUint(decoder) : null
}

/**
 * What one connection has sent and what of it the server has committed. "Sparat" is shown only while
 * {@link SaveCounter.settled}.
 */
export class SaveCounter {
  #sent = 0
  #saved = 0
  #answered = false

  /** A new socket: the server counts from 1 again. */
  opened(): void {
    this.#sent = 0
    this.#saved = 0
    this.#answered = false
  }

  /** @param frame what was handed to the socket */
  sent(frame: unknown): void {
    const kind = syncKind(frame)
    if (kind !== SYNC.step2 && kind !== SYNC.update) return
    this.#sent += 1
    // Until the server's question is answered, text from before this connection has not been sent at all.
    if (kind === SYNC.step2) this.#answered = true
  }

  /** @param messages the first so many messages with updates are committed */
  saved(messages: number): void {
    this.#saved = Math.max(this.#saved, messages)
  }

  /** Everything that this browser holds is committed. */
  get settled(): boolean {
    return this.#answered && this.#saved >= this.#sent
  }
}
