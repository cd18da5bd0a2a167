import { log } from '../log.ts'

/** How many connections each address has, those that wait to be let in among them. */
export class AddressLimits {
  private readonly open = new Map<string, number>()
  private readonly told = new Set<string>()

  /** @param most connections of one address; whole organisations come from one */
  constructor(private readonly most: number) {}

  /**
   * @param address null where it is not known: such connections are not counted
   * @returns false where the address has too many already
   */
  enter(address: string | null): boolean {
    if (address === null) return true
    const count = this.open.get(address) ?? 0
    if (count >= this.most) {
      if (!this.told.has(address)) log.warn({ address, connections: count }, 'co-editing refused: too many connections')
      this.told.add(address)
      return false
    }
    this.open.set(address, count + 1)
    return true
  }

  leave(address: string | null): void {
    if (address === null) return
    const left = (this.open.get(address) ?? 0) - 1
    if (left > 0) this.open.set(address, left)
    else this.open.delete(address)
    // Told once for each time that it is reached, not for each connection.
    if (left <= this.most / 2) this.told.delete(address)
  }
}
