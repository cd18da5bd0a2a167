import type { DigestAlgorithm, Signer } from '@libpdf/core'
import type { SignedPdf, SigningOrder } from '../signing-wish.ts'

// What crosses between the server, which has the key and asks other servers, and the process that works on the file.

/** The certificate of the key; the key itself stays. */
export type KeyFacts = Pick<Signer, 'certificate' | 'certificateChain' | 'keyType' | 'signatureAlgorithm'>

export type Question =
  | { name: 'sign'; data: Uint8Array; algorithm: DigestAlgorithm }
  | { name: 'timestamp'; digest: Uint8Array; algorithm: DigestAlgorithm }
  | { name: 'ocsp'; certificate: Uint8Array; issuer: Uint8Array }
  | { name: 'crl'; certificate: Uint8Array }
  | { name: 'issuer'; url: string }

export type ToSignChild =
  | { type: 'start'; order: SigningOrder; key: KeyFacts; hasTimestamps: boolean }
  | { type: 'answer'; id: number; value: Uint8Array | null }
  /** The server keeps the error itself. */
  | { type: 'no-answer'; id: number; error: { name: string; message: string } }

export type MissingGlyphs = { sign: string; codePoint: string; sections: string[] }[]

export type FromSignChild =
  | { type: 'question'; id: number; question: Question }
  /** What the signature added to the file: the server has the rest, and copying it there and back takes time. */
  | { type: 'done'; signed: Omit<SignedPdf, 'bytes'>; added: Uint8Array }
  /** It ends as the question did that was not answered. */
  | { type: 'stopped'; id: number }
  | { type: 'missing-glyph'; missing: MissingGlyphs }
  | { type: 'failed'; code: string; message: string; stack: string }
