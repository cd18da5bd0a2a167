import type { Signer } from '@libpdf/core'
import type { Authentication } from '#db/schema/signing.ts'

/** Who signs, as the signature records it. */
export interface SigningIdentity {
  userId: string
  name: string
  title: string
  /** As what: "Föredragande". */
  capacity: string
  organisation: string
  authentication: Authentication
}

/** A key that is ready for one signature. */
export interface OpenKey {
  signer: Signer
  /** Lets go of the device or the session. Safe to call twice. */
  close(): Promise<void>
}

/** Who holds the key: one folder each, and a line in `key-providers.ts`. */
export interface KeyProvider {
  readonly name: 'test' | 'pkcs12' | 'pkcs11' | 'csc'
  /** Signatures by it count for nothing, and say so. */
  readonly test: boolean
  /** DER certificates that its signatures lead back to, as far as it knows them: the verify page trusts them. */
  roots(): Promise<Uint8Array[]>
  /**
   * @throws KeyUnavailableError when the key cannot be reached now: nothing was signed, and it can be tried again
   * @throws CertificateExpiredError when its certificate is not valid today
   */
  open(identity: SigningIdentity): Promise<OpenKey>
}
