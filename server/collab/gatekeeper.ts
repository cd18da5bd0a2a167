import type { IncomingMessage } from 'node:http'
import { CLOSE } from '#editor/core/collab-protocol.ts'
import { clientAddress, type IsTrustedProxy } from '../client-address.ts'
import { log } from '../log.ts'
import { OutageLog } from '../outage-log.ts'
import { AddressLimits } from './address-limits.ts'
import type { Admitted, Refusal } from './admission.ts'
import type { CollabCounters } from './collab-counters.ts'
import type { CollabRequest } from './upgrade-request.ts'
import { isOwnOrigin } from './upgrade-request.ts'
import { within } from './within.ts'

export interface GatekeeperOptions {
  publicOrigins: () => readonly string[]
  isTrustedProxy: IsTrustedProxy
  connectionsPerAddress: number
  /** Requests that wait for the database at the same time, and how long one may wait, ms. */
  waitingUpgrades: number
  admissionTimeout: number
  counters: CollabCounters
  admit(request: CollabRequest, cookieHeader: string | undefined): Promise<Admitted | Refusal>
}

/** Who may come in, whether by WebSocket or by long polling. */
export class Gatekeeper {
  isClosed = false
  private waiting = 0
  private readonly outage = new OutageLog('admission to co-editing')

  private readonly addresses: AddressLimits

  constructor(private readonly options: GatekeeperOptions) {
    this.addresses = new AddressLimits(options.connectionsPerAddress)
  }

  /** HTTP status to turn a request away with before anything is looked up; null where it may be heard. */
  bars(request: IncomingMessage): 403 | 503 | null {
    if (!isOwnOrigin(request, this.options.publicOrigins())) {
      log.warn({ origin: request.headers.origin, host: request.headers.host }, 'co-editing refused: foreign origin')
      return 403
    }
    return this.isClosed || this.waiting >= this.options.waitingUpgrades ? 503 : null
  }

  /** A connection from the requester's address begins. @returns what says that it is gone; null where they have too many */
  enter(request: IncomingMessage): (() => void) | null {
    const address = clientAddress(request, this.options.isTrustedProxy)
    if (this.addresses.enter(address)) return () => this.addresses.leave(address)
    this.options.counters.refuse('address')
    return null
  }

  /** Never rejects: while the database is away, clients are told to come back. */
  async verdict(wanted: CollabRequest, cookie: string | undefined): Promise<Admitted | Refusal> {
    const comeBack = { code: CLOSE.restarting, why: 'the database does not answer' }
    this.waiting += 1
    try {
      let verdict: Admitted | Refusal = comeBack
      const asked = this.options.admit(wanted, cookie).then(answer => {
        verdict = answer
      })
      if (await within(this.options.admissionTimeout, asked)) this.outage.worked()
      else this.outage.failed(new Error('no answer in time'))
      return this.isClosed ? { code: CLOSE.restarting, why: 'closing' } : verdict
    } catch (error) {
      this.outage.failed(error)
      return comeBack
    } finally {
      this.waiting -= 1
    }
  }

  turnAway(socket: Closable, refusal: Refusal, wanted: Pick<CollabRequest, 'reportId'>): void {
    turnAway(socket, refusal, wanted, this.options.counters)
  }
}

interface Closable {
  close(code: number, reason: string): void
}

/** Tells somebody who may not come in why, in the contract's terms. */
export function turnAway(
  socket: Closable,
  { code, why }: Refusal,
  { reportId }: Pick<CollabRequest, 'reportId'>,
  counters: CollabCounters,
): void {
  counters.close(code)
  log.info({ reportId, code, why }, 'co-editing refused')
  socket.close(code, why)
}
