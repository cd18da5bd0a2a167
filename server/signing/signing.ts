import type { KeyProvider } from './keys/key-provider.ts'
import type { PadesLevel, SignedPdf, SigningWish } from './pades/signing-wish.ts'

/** What the one process made at start of the operator's settings; pages bundle neither keys nor fonts. */
export interface Signing {
  /** Who holds the key; null where signing is not set up. */
  provider: KeyProvider | null
  /** Of every signature. */
  level: PadesLevel
  /** Of the RFC 3161 service; null where there is none. */
  timestampUrl: string | null
  /** @throws what ../errors.ts names; the bytes that came in are untouched then */
  signPdf(wish: SigningWish): Promise<SignedPdf>
}
