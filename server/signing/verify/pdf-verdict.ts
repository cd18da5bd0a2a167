import type { ChangeKind } from './changes/change.ts'
import type { CmsFault } from './cms/signed-data.ts'

/** PAdES baseline levels (ETSI EN 319 142-1, 6). */
export type PadesLevel = 'B-B' | 'B-T' | 'B-LT' | 'B-LTA'

/** Why the bytes that a signature covers are not what was signed, or it does not cover what it should. */
export type IntegrityFault =
  | CmsFault
  /** It does not cover the file from its first byte to its own end, but for itself. */
  | 'byte-range'
  /** The room that was left after it is not empty. */
  | 'padding'
  /** It is written in a way that leaves room for other bytes. */
  | 'encoding'
  /** It is no longer where it was when it was made. */
  | 'misplaced'

/** Why nobody here can vouch for who signed. */
export type TrustFault = 'untrusted' | 'certificate-expired' | 'key-usage' | 'certificate-revoked' | 'timestamp'

export interface CertificateFacts {
  /** RFC 4514 names. */
  subject: string
  issuer: string
  /** What people call them. */
  name: string
  issuerName: string
  /** Lower-case hex. */
  serial: string
  /** ISO 8601. */
  notBefore: string
  notAfter: string
}

export interface SignatureVerdict {
  kind: 'signature' | 'timestamp'
  /** Name of its field in the file. */
  field: string
  /** Bytes of the file that it covers, itself among them. */
  end: number
  integrity: IntegrityFault[]
  trust: TrustFault[]
  certificate: CertificateFacts | null
  /** ISO 8601; proven by a time stamp, else what the signer's own computer said. */
  at: string | null
  atIsProven: boolean
  /** Who proved the time. */
  timestampBy: string | null
  /** Null for what is no PAdES signature, or holds a fault. */
  level: PadesLevel | null
  /** As the signature's dictionary says. */
  name: string | null
  reason: string | null
  /** Who signed and how they had signed in, as JSON; null for signatures by other programs. */
  identity: string | null
  /** What was done to the file after it, until the next signature. */
  changes: ChangeKind[]
}

/** What a file by itself says. Plain data: it crosses from the process that read the file. */
export interface PdfVerdict {
  /** Bytes. */
  size: number
  /** From the first to the last, document time stamps among them. */
  signatures: SignatureVerdict[]
  /** Bytes that follow the file's end. */
  bytesAfterEnd: number
}

/** No byte that anybody signed was altered, and nothing was added but signatures. */
export const isWhole = ({ signatures, bytesAfterEnd }: PdfVerdict): boolean =>
  bytesAfterEnd === 0 && signatures.every(({ integrity, changes }) => integrity.length + changes.length === 0)

/** Everyone who signed is somebody whom this server's roots vouch for. */
export const isTrusted = ({ signatures }: PdfVerdict): boolean => signatures.every(({ trust }) => trust.length === 0)

/** Those by people and organisations; document time stamps left out. */
export const signaturesOf = ({ signatures }: PdfVerdict): SignatureVerdict[] =>
  signatures.filter(({ kind }) => kind === 'signature')
