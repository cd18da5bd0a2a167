import type { SignatureFacts } from '#db/schema/signing.ts'
import type { KeyProvider, OpenKey, SigningIdentity } from '../keys/key-provider.ts'
import type { RevocationSource } from './revocation-source.ts'

/** PAdES baseline levels (ETSI EN 319 142-1, 6). */
export type PadesLevel = 'B-B' | 'B-T' | 'B-LT' | 'B-LTA'

export interface SigningWish {
  bytes: Uint8Array
  /** Name of the empty field in the file. */
  field: string
  /** Whoever opened it closes it. */
  key: OpenKey
  /** Who holds the key. */
  provider: Pick<KeyProvider, 'name' | 'test'>
  identity: SigningIdentity
  place: { diaryNumber: string | null; reportTitle: string; organisation: string }
  level: PadesLevel
  /** Of the RFC 3161 service; needed from level B-T on. */
  timestampUrl: string | null
  at: Date
  /** How long another server may take, ms. */
  patience?: number
  /** Stands in for OCSP and revocation lists over HTTP. */
  revocation?: RevocationSource
}

export interface SignedPdf {
  /** Begins with all the bytes that came in. */
  bytes: Uint8Array
  facts: SignatureFacts
  /** As the signature says it. */
  reason: string
}
