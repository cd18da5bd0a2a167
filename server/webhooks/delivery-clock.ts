import { OutageLog } from '../outage-log.ts'
import { type DeliveryOptions, deliver, pruneDeliveries } from './deliver.ts'

/** How often it is looked for what is due again, ms; what is new is sent at once. */
const EVERY = 15_000
const PRUNE_EVERY = 60 * 60_000

/** Tells webhooks while the server runs. Every node does; each delivery is taken by one of them. */
export class DeliveryClock {
  readonly #outage = new OutageLog('telling webhooks')
  readonly #timer: ReturnType<typeof setInterval>
  #running: Promise<void> | null = null
  #again = false
  #nextPrune = 0

  constructor(private readonly options: DeliveryOptions) {
    this.#timer = setInterval(() => void this.tick(), EVERY).unref()
  }

  /** Figures have moved, or it is time: one round, and one more if somebody asked meanwhile. Never rejects. */
  tick(): Promise<void> {
    if (this.#running) this.#again = true
    this.#running ??= this.#rounds().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#running
  }

  async #rounds(): Promise<void> {
    do {
      this.#again = false
      try {
        await deliver(this.options)
        await this.#prune()
        this.#outage.worked()
      } catch (error) {
        this.#outage.failed(error)
      }
    } while (this.#again)
  }

  async #prune(): Promise<void> {
    if (Date.now() < this.#nextPrune) return
    await pruneDeliveries(this.options)
    this.#nextPrune = Date.now() + PRUNE_EVERY
  }
}
