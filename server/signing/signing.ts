import type { KeyFault } from './keys/key-fault.ts'
import type { KeyProvider } from './keys/key-provider.ts'
import type { PadesLevel, SignedPdf, SigningWish } from './pades/signing-wish.ts'

/** How time is stamped and other servers are reached is the operator's. */
export type SigningRequest = Omit<SigningWish, 'timestamps' | 'proxyFor' | 'patience' | 'revocation'>

/** What the one process made at start of the operator's settings; pages bundle neither keys nor fonts. */
export interface Signing {
  /** Who holds the key; null where signing is not set up. */
  provider: KeyProvider | null
  /** Of every signature. */
  level: PadesLevel
  /** Why nobody can sign for now, as far as that is known before anybody tries. */
  keyFault(): Promise<KeyFault | null>
  /** @throws what ../errors.ts names; the bytes that came in are untouched then */
  signPdf(request: SigningRequest): Promise<SignedPdf>
  /** Ends what is being signed. */
  close(): Promise<void>
}
