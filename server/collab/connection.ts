import { type Changed, CLOSE, type Denied } from '#editor/core/collab-protocol.ts'
import { log } from '../log.ts'
import type { Actor } from '../policies/actor.ts'
import { Acknowledgements } from './acknowledgements.ts'
import type { ClientSocket } from './client-socket.ts'
import type { CollabCounters } from './collab-counters.ts'
import { changedFrame, closingFrame, deniedFrame, savedFrame } from './messages.ts'
import { TokenBucket } from './token-bucket.ts'
import type { Tuning } from './tuning.ts'
import type { Denial, WriteLimits } from './write-limits.ts'

export interface ConnectionOptions {
  reportId: string
  actor: Actor
  /** Sent `?v=`: understands our own messages. */
  isOurs: boolean
  tuning: Tuning
  counters: CollabCounters
}

/** One admitted client, as its room sees it. */
export class Connection {
  actor: Actor
  /** In some section at least. */
  mayWrite = false
  /** Where it may not, though it may elsewhere; null where there is no such place. */
  limits: WriteLimits | null = null
  /** The awareness client that this connection speaks for: that of its first awareness message. */
  awarenessId: number | null = null
  /** Why something of it was refused last: what builds on that cannot be taken either. */
  denial: Denial | null = null
  /** Answered a ping, or sent something, since the last beat of the heartbeat. */
  alive = true
  /** The last beat asked for a sign of life. */
  wasAsked = false
  /** {@link performance.now} */
  lastBeat = performance.now()
  private readonly acknowledgements = new Acknowledgements()
  private readonly messages: TokenBucket
  private readonly bytes: TokenBucket
  // Made when they are needed: most connections never are held or warned, and there are thousands of them.
  private holds: Set<string> | null = null
  private warned: Set<string> | null = null
  private refused = false

  constructor(
    readonly socket: ClientSocket,
    private readonly options: ConnectionOptions,
  ) {
    this.actor = options.actor
    this.messages = new TokenBucket(options.tuning.messageBurst, options.tuning.messagesPerSecond)
    this.bytes = new TokenBucket(options.tuning.byteBurst, options.tuning.bytesPerSecond)
  }

  /** False once it was refused or closed: what still arrives is not looked at. */
  get isOpen(): boolean {
    return !this.refused && this.socket.isOpen
  }

  /** Ready frames, possibly several in one buffer. A reader that does not keep up is dropped: it syncs when it is back. */
  write(...frames: Uint8Array[]): void {
    if (!this.isOpen) return
    this.socket.write(frames)
    if (this.socket.unsent > this.options.tuning.unsentBytes) this.refuse(CLOSE.slowReader, 'does not read')
  }

  /** A whole document or a large part of one: counts as traffic, so that nobody asks for it over and over. */
  writeReply(frames: Uint8Array[]): void {
    const size = frames.reduce((sum, buffer) => sum + buffer.length, 0)
    if (this.admitBytes(Math.min(size, this.options.tuning.byteBurst / 4))) this.write(...frames)
  }

  /** @returns whether the connection may go on */
  admitMessage(size: number): boolean {
    return this.admitted(this.messages.take(1)) && this.admitBytes(size)
  }

  /** @returns the number of the update message that just came */
  numberUpdate(): number {
    return this.acknowledgements.next()
  }

  /** The message is committed, or was refused: nothing more will come of it. */
  settle(message: number): void {
    this.acknowledgements.settle(message)
  }

  tellSaved(): void {
    const news = this.acknowledgements.news()
    if (news !== null) this.tell(savedFrame(news))
  }

  tellDenied(denied: Denied): void {
    this.options.counters.refuse(denied.reason)
    this.warn(`update refused: ${denied.reason}`)
    this.tell(deniedFrame(denied))
    this.settle(denied.message)
    this.tellSaved()
  }

  /** Text of somebody else that the client was shown was not taken in the end. */
  tellWithdrawn(): void {
    this.tell(deniedFrame({ reason: 'locked', sections: [], message: 0 }))
  }

  tellChanged(changed: Changed): void {
    this.tell(changedFrame(changed))
  }

  tellClosing(delay: number): void {
    this.tell(closingFrame(delay))
  }

  /** Closes with a code of the contract; the frames that follow are not read. */
  refuse(code: number, why: string): void {
    if (!this.isOpen) return
    if (code !== CLOSE.restarting) this.warn(why)
    this.options.counters.close(code)
    this.refused = true
    this.holds = null
    this.socket.resume()
    this.socket.close(code, why)
  }

  /** Stops reading from the socket until every reason is gone. */
  hold(reason: string): void {
    this.holds ??= new Set()
    this.holds.add(reason)
    this.socket.pause()
  }

  release(reason: string): void {
    if (this.holds?.delete(reason) && this.holds.size === 0) this.socket.resume()
  }

  get isHeld(): boolean {
    return this.holds !== null && this.holds.size > 0
  }

  private admitBytes(size: number): boolean {
    return this.admitted(this.bytes.take(size))
  }

  private admitted(admitted: boolean): boolean {
    if (!admitted) this.refuse(CLOSE.tooFast, 'too fast')
    return admitted
  }

  private tell(frame: Uint8Array): void {
    if (this.options.isOurs) this.write(frame)
  }

  /** One line per kind and connection: a hostile client must not fill the disk. */
  private warn(why: string): void {
    this.warned ??= new Set()
    if (this.warned.has(why)) return
    this.warned.add(why)
    log.warn({ reportId: this.options.reportId, userId: this.actor.id, why }, 'co-editing refused')
  }
}
