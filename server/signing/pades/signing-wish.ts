import type { SignatureFacts } from '#db/schema/signing.ts'
import type { ProxyFor } from '../../outbound/proxy-for.ts'
import type { KeyProvider, OpenKey, SigningIdentity } from '../keys/key-provider.ts'
import type { RevocationSource } from './revocation-source.ts'

/** PAdES baseline levels (ETSI EN 319 142-1, 6). */
export type PadesLevel = 'B-B' | 'B-T' | 'B-LT' | 'B-LTA'

/** What is to be signed, by whom and how: all that the work on the file needs to know. */
export interface SigningOrder {
  bytes: Uint8Array
  /** Name of the empty field in the file. */
  field: string
  /** Who holds the key. */
  provider: Pick<KeyProvider, 'name' | 'test'>
  identity: SigningIdentity
  place: { diaryNumber: string | null; reportTitle: string; organisation: string }
  level: PadesLevel
  at: Date
}

/** An RFC 3161 service. */
export interface TimestampService {
  url: string
  /** DER certificates that its own must lead back to. */
  trust: Uint8Array[]
}

export interface SigningWish extends SigningOrder {
  /** Whoever opened it closes it. */
  key: OpenKey
  /** Needed from level B-T on. */
  timestamps: TimestampService | null
  /** How long another server may take, ms. */
  patience?: number
  /** Stands in for OCSP and revocation lists over HTTP. */
  revocation?: RevocationSource
  /** How other servers are reached; straight, where it is left out. */
  proxyFor?: ProxyFor
}

export interface SignedPdf {
  /** Begins with all the bytes that came in. */
  bytes: Uint8Array
  /** Of the bytes, lower-case hex. */
  sha256: string
  facts: SignatureFacts
  /** As the signature says it. */
  reason: string
}
