import { type Env, EnvError } from '../env.ts'
import { proxyFor } from '../outbound/proxy-for.ts'
import { Turns } from '../process/turns.ts'
import { keyFault } from './keys/key-fault.ts'
import { keyProvider } from './keys/key-providers.ts'
import type { NamedTrust } from './named-trust.ts'
import { signInChild } from './pades/child/sign-in-child.ts'
import { outsideOf } from './pades/outside.ts'
import type { SigningWish } from './pades/signing-wish.ts'
import type { Signing } from './signing.ts'

/** Files at the same time, each in a process of its own; others wait. */
const AT_ONCE = 2

/**
 * Above B-B a time stamp is part of each signature, and it must lead back to a certificate that the operator named: better
 * said at start than to the first who signs. The service itself is not asked: each time stamp may cost.
 * @throws EnvError
 */
function requireTimestamps({ SIGNING_LEVEL, SIGNING_TSA_URL, SIGNING_TSA_TRUST, SIGNING_TRUST }: Env): void {
  if (SIGNING_LEVEL === 'B-B') return
  if (!SIGNING_TSA_URL) throw new EnvError('SIGNING_TSA_URL', 'missing')
  if (!SIGNING_TSA_TRUST && !SIGNING_TRUST) throw new EnvError('SIGNING_TSA_TRUST', 'missing')
}

/** Signing as the operator has set it up. @throws EnvError */
export function createSigning(
  env: Env,
  named: NamedTrust = { roots: [], timestampRoots: [] },
  /** Stands in for the process of its own in tests. */
  run: typeof signInChild = signInChild,
): Signing {
  const provider = keyProvider(env)
  if (provider) requireTimestamps(env)
  const { SIGNING_TSA_URL: url, SIGNING_LEVEL: level } = env
  const turns = new Turns(AT_ONCE)
  const closing = new AbortController()
  const trust = async (): Promise<Uint8Array[]> => [
    ...named.timestampRoots,
    ...named.roots,
    ...((await provider?.roots()) ?? []),
  ]
  return {
    provider,
    level,
    keyFault: () => keyFault(provider),
    signPdf: request =>
      turns.run(async () => {
        const timestamps = url && request.level !== 'B-B' ? { url, trust: await trust() } : null
        const wish: SigningWish = { ...request, timestamps, proxyFor: proxyFor(env) }
        const { bytes, field, identity, place, level, at } = request
        const { name, test } = request.provider
        const order = { bytes, field, identity, place, level, at, provider: { name, test } }
        return run(order, outsideOf(wish), { signal: closing.signal })
      }),
    async close() {
      closing.abort()
      await turns.idle()
    },
  }
}
