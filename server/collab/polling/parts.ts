interface Part {
  number: number
  bytes: Uint8Array
}

/** An answer carries at least one part, and no more when it has become this large, bytes. */
const ANSWER_BYTES = 1024 * 1024

/** What was written to one client, in numbered parts, until the client says that it has them. */
export class Parts {
  private parts: Part[] = []
  private last = 0
  /** Bytes that the client is not known to have. */
  size = 0

  add(bytes: Uint8Array): void {
    this.last += 1
    this.parts.push({ number: this.last, bytes })
    this.size += bytes.length
  }

  /**
   * The client has all up to and including that number.
   * @returns false where that cannot be
   */
  acknowledge(number: number): boolean {
    if (number > this.last) return false
    const had = this.parts.filter(part => part.number <= number)
    this.parts.splice(0, had.length)
    this.size -= had.reduce((sum, { bytes }) => sum + bytes.length, 0)
    return true
  }

  get isEmpty(): boolean {
    return this.parts.length === 0
  }

  /** The next answer. The parts stay until they are acknowledged. @returns `number` of the last part in it */
  next(): { number: number; bytes: Uint8Array[]; isAll: boolean } {
    let size = 0
    const taken: Part[] = []
    for (const part of this.parts) {
      if (size >= ANSWER_BYTES) break
      taken.push(part)
      size += part.bytes.length
    }
    const number = taken.at(-1)?.number ?? this.last
    return { number, bytes: taken.map(({ bytes }) => bytes), isAll: taken.length === this.parts.length }
  }
}
