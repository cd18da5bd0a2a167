import type { Page } from '@playwright/test'

/** A network that keeps everything back until it is told to go on. */
export class SlowNetwork {
  #held: (() => void)[] | null = null

  async between(page: Page): Promise<void> {
    await page.routeWebSocket(/\/collab\//, client => {
      const server = client.connectToServer()
      client.onMessage(frame => this.#pass(() => server.send(frame)))
      server.onMessage(frame => this.#pass(() => client.send(frame)))
    })
  }

  hold(): void {
    this.#held = []
  }

  release(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const send of held) send()
  }

  /** What is kept back never arrives. */
  lose(): void {
    if (this.#held) this.#held = []
  }

  #pass(send: () => void): void {
    if (this.#held) this.#held.push(send)
    else send()
  }
}
