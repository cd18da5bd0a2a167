import { AddressLimits } from '../../collab/address-limits.ts'
import { TokenBucket } from '../../collab/token-bucket.ts'

/** Files of one address, which may be a whole organisation's: at once, one after the other, and then per second. */
const AT_ONCE = 4
const BURST = 30
const PER_SECOND = 0.5
/** Uploads that are in memory at the same time, whoever sends them. */
const ALL_AT_ONCE = 8
/** Addresses that are remembered. */
const REMEMBERED = 20_000

/** How many files are taken in at this node. */
export class VerifyLimits {
  private readonly addresses = new AddressLimits(AT_ONCE)
  private readonly buckets = new Map<string, TokenBucket>()
  private open = 0

  constructor(private readonly limit = { burst: BURST, perSecond: PER_SECOND }) {}

  /**
   * @param address null where it is not known: then only all together are counted
   * @returns what is in the way; null where the file may come, and {@link leave} must follow
   */
  enter(address: string | null): 'address' | 'all' | null {
    if (this.open >= ALL_AT_ONCE) return 'all'
    if (address !== null && !this.bucket(address).take(1)) return 'address'
    if (!this.addresses.enter(address)) return 'address'
    this.open += 1
    return null
  }

  leave(address: string | null): void {
    this.open -= 1
    this.addresses.leave(address)
  }

  private bucket(address: string): TokenBucket {
    const bucket = this.buckets.get(address) ?? new TokenBucket(this.limit.burst, this.limit.perSecond)
    // The one that was away longest goes first.
    this.buckets.delete(address)
    this.buckets.set(address, bucket)
    const [oldest] = this.buckets.keys()
    if (this.buckets.size > REMEMBERED && oldest !== undefined) this.buckets.delete(oldest)
    return bucket
  }
}
