import { TokenBucket } from '../collab/token-bucket.ts'

/** Requests of one token: a batch holds 10,000 values, so nobody has to send many. */
const BURST = 60
const PER_SECOND = 5

/** How many requests each token may make at this node. */
export class ApiLimits {
  readonly #buckets = new Map<string, TokenBucket>()

  constructor(private readonly limit: { burst: number; perSecond: number } = { burst: BURST, perSecond: PER_SECOND }) {}

  /** @returns seconds to wait before the next try; 0 where the request may be made */
  take(tokenId: string): number {
    const bucket = this.#buckets.get(tokenId) ?? new TokenBucket(this.limit.burst, this.limit.perSecond)
    this.#buckets.set(tokenId, bucket)
    return bucket.take(1) ? 0 : Math.ceil(1 / this.limit.perSecond)
  }
}
