import type { Bus, BusListener } from '../bus/bus.ts'
import { seeded } from './seeded.ts'

export interface Losses {
  /** Of a hundred messages, so many never come, come twice, or come after those that were sent later. */
  lost: number
  twice: number
  late: number
}

/** A bus that is worse than any Redis. */
export class LossyBus implements Bus {
  private readonly random: (below: number) => number
  readonly happened: Losses = { lost: 0, twice: 0, late: 0 }

  constructor(
    private readonly bus: Bus,
    private readonly losses: Losses,
    seed: number,
  ) {
    this.random = seeded(seed)
  }

  get isUp(): boolean {
    return this.bus.isUp
  }

  publish(topic: string, message: Uint8Array): void {
    this.bus.publish(topic, message)
  }

  subscribe(topic: string, listener: BusListener): () => void {
    const late: Uint8Array[] = []
    return this.bus.subscribe(topic, {
      onLive: () => listener.onLive(),
      onMessage: message => {
        const { lost, twice, late: delayed } = this.losses
        if (this.happens('lost', lost)) return
        if (this.happens('late', delayed)) {
          late.push(message)
          return
        }
        listener.onMessage(message)
        if (this.happens('twice', twice)) listener.onMessage(message)
        for (const old of late.splice(0)) listener.onMessage(old)
      },
    })
  }

  reconnect(): void {
    this.bus.reconnect()
  }

  close(): Promise<void> {
    return this.bus.close()
  }

  private happens(what: keyof Losses, ofHundred: number): boolean {
    if (this.random(100) >= ofHundred) return false
    this.happened[what] += 1
    return true
  }
}
