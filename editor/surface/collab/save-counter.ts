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
 * What was written here, what one connection has sent of it, and what of that the server has committed. "Sparat" is
 * shown only while {@link SaveCounter.settled}.
 */
export class SaveCounter {
  #sent = 0
  #saved = 0
  /** The message that answered the server's question: with it, all from before this connection is sent. */
  #answer: number | null = null
  #made = 0
  #acknowledged = 0
  /** How much had been written when each message went. */
  #marks: { message: number; made: number }[] = []

  /** A new socket: the server counts from 1 again. */
  opened(): void {
    this.#sent = 0
    this.#saved = 0
    this.#answer = null
    this.#marks = []
  }

  /** So many changes were written, and are not sent yet. */
  made(changes: number): void {
    this.#made += changes
  }

  /** @param frame what was handed to the socket */
  sent(frame: unknown): void {
    const kind = syncKind(frame)
    if (kind !== SYNC.step2 && kind !== SYNC.update) return
    this.#sent += 1
    if (kind === SYNC.step2) this.#answer ??= this.#sent
    this.#marks.push({ message: this.#sent, made: this.#made })
  }

  /** @param messages the first so many messages with updates are committed */
  saved(messages: number): void {
    this.#saved = Math.max(this.#saved, messages)
    if (this.#answer === null || this.#saved < this.#answer) return
    while (this.#marks[0] && this.#marks[0].message <= this.#saved) {
      this.#acknowledged = Math.max(this.#acknowledged, this.#marks.shift()?.made ?? 0)
    }
  }

  /** Everything that this browser holds is committed. */
  get settled(): boolean {
    return this.#answer !== null && this.#saved >= this.#sent
  }

  /** Changes that the server has not committed, as far as we have heard. */
  get waiting(): number {
    return this.#made - this.#acknowledged
  }
}
