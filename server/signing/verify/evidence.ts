import { inflateSync } from 'node:zlib'
import { type Certificate, readCertificate } from './cms/certificate.ts'
import type { RevocationData } from './cms/revocation.ts'
import type { PdfRevision } from './pdf/pdf-revision.ts'
import { PdfName, PdfStream, type PdfValue } from './pdf/pdf-value.ts'

/** What a file brings along to prove its signatures by (ETSI EN 319 142-1, 5.4.2). */
export interface Evidence extends RevocationData {
  certificates: Certificate[]
}

const MAX_ITEMS = 500
/** Bytes; lists of large authorities hold some megabytes. */
const MAX_ITEM = 10 * 2 ** 20

function bytesOf(value: PdfValue): Uint8Array | null {
  if (!(value instanceof PdfStream)) return null
  const filter = value.dict.get('Filter')
  const [only] = Array.isArray(filter) ? filter : [filter]
  if (only === undefined || only === null) return value.raw
  if (!(only instanceof PdfName) || only.value !== 'FlateDecode') return null
  try {
    return inflateSync(value.raw, { maxOutputLength: MAX_ITEM })
  } catch {
    // Evidence that cannot be read proves nothing; what it should have proved is then missing.
    return null
  }
}

export function readEvidence(revision: PdfRevision): Evidence {
  const store = revision.dict(revision.catalog().get('DSS'))
  const list = (key: string): Uint8Array[] => {
    const items = revision.resolve(store?.get(key))
    return (Array.isArray(items) ? items.slice(0, MAX_ITEMS) : [])
      .map(item => bytesOf(revision.resolve(item)))
      .filter(bytes => bytes !== null)
  }
  return {
    certificates: list('Certs')
      .map(readCertificate)
      .filter(one => one !== null),
    ocsps: list('OCSPs'),
    crls: list('CRLs'),
  }
}
