import { type Certificate, readCertificate } from './cms/certificate.ts'
import type { RevocationData } from './cms/revocation.ts'
import type { Inflater } from './pdf/inflate.ts'
import type { PdfRevision } from './pdf/pdf-revision.ts'
import { PdfStream, type PdfValue } from './pdf/pdf-value.ts'
import { DamagedPdfError } from './verify-errors.ts'

/** What a file brings along to prove its signatures by (ETSI EN 319 142-1, 5.4.2). */
export interface Evidence extends RevocationData {
  certificates: Certificate[]
}

const MAX_ITEMS = 500
function bytesOf(value: PdfValue, inflater: Inflater): Uint8Array | null {
  if (!(value instanceof PdfStream)) return null
  try {
    return inflater.decode(value)
  } catch (error) {
    // Evidence that cannot be read proves nothing; what it should have proved is then missing.
    if (error instanceof DamagedPdfError) return null
    throw error
  }
}

/** @throws InflationLimitError */
export function readEvidence(revision: PdfRevision, inflater: Inflater): Evidence {
  const store = revision.dict(revision.catalog().get('DSS'))
  const list = (key: string): Uint8Array[] => {
    const items = revision.resolve(store?.get(key))
    return (Array.isArray(items) ? items.slice(0, MAX_ITEMS) : [])
      .map(item => bytesOf(revision.resolve(item), inflater))
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
