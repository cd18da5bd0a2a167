import type { Covered } from './byte-range.ts'
import type { Certificate } from './cms/certificate.ts'
import { certificatePath } from './cms/certificate-path.ts'
import { checkSignedData } from './cms/signed-data.ts'
import { checkTimestamp, type TimestampCheck } from './cms/timestamp-token.ts'
import type { FoundSignature } from './find-signatures.ts'
import { nameOf, type PdfDict, textOf } from './pdf/pdf-value.ts'
import { readPdfDate } from './pdf-date.ts'
import type { IntegrityFault, TrustFault } from './pdf-verdict.ts'

const DATA = '1.2.840.113549.1.7.1'

/** One signature or document time stamp, looked at by itself. */
export interface CheckedSignature {
  kind: 'signature' | 'timestamp'
  found: FoundSignature
  /** Null where it does not say what it covers. */
  end: number | null
  integrity: IntegrityFault[]
  trust: TrustFault[]
  certificate: Certificate | null
  /** From the certificate to its root. */
  path: Certificate[]
  /** What the signer's computer said. */
  claimedAt: Date | null
  /** Over the signature; for a document time stamp, itself. */
  timestamp: TimestampCheck | null
  /** Written as PAdES demands (ETSI EN 319 142-1, 6.3). */
  isPades: boolean
}

export interface CheckContext {
  found: FoundSignature
  covered: Covered | null
  roots: Certificate[]
  /** Of time stamp services; those in `roots` among them. */
  timestampRoots: Certificate[]
  /** Certificates that the file brings along elsewhere. */
  known: Certificate[]
}

const uncovered = (kind: CheckedSignature['kind'], found: FoundSignature): CheckedSignature => ({
  kind,
  found,
  end: null,
  integrity: ['byte-range'],
  trust: [],
  certificate: null,
  path: [],
  claimedAt: null,
  timestamp: null,
  isPades: false,
})

export const isTimestamp = (dict: PdfDict): boolean =>
  nameOf(dict, 'Type') === 'DocTimeStamp' || nameOf(dict, 'SubFilter') === 'ETSI.RFC3161'

export function checkPlainSignature({ found, covered, roots, timestampRoots, known }: CheckContext): CheckedSignature {
  if (!covered) return uncovered('signature', found)
  const { dict } = found
  const cms = checkSignedData(covered.der, {
    contentType: DATA,
    detached: covered.pieces,
    roots: [...roots, ...known],
  })
  const isCades = nameOf(dict, 'SubFilter') === 'ETSI.CAdES.detached'
  // Other programs' signatures need not name their certificate: the hash of it is PAdES'.
  const faults = isCades ? cms.faults : cms.faults.filter(fault => fault !== 'signing-certificate')
  const timestamp = cms.timestamp ? checkTimestamp(cms.timestamp, [cms.signature], timestampRoots, known) : null
  const claimedAt = cms.signingTime ?? readPdfDate(textOf(dict.get('M')))
  const at = (timestamp?.good ? timestamp.at : null) ?? claimedAt ?? new Date()
  const { path, faults: pathFaults } = cms.signer
    ? certificatePath(cms.signer, [...cms.certificates, ...known], roots, at)
    : { path: [], faults: ['untrusted' as const] }
  const trust: TrustFault[] = [...pathFaults]
  if (cms.signer && !cms.signer.mayBeUsedFor('digitalSignature', 'nonRepudiation')) trust.push('key-usage')
  if (timestamp && !timestamp.good) trust.push('timestamp')
  return {
    kind: 'signature',
    found,
    end: covered.end,
    integrity: [...covered.faults, ...faults],
    trust: [...new Set(trust)],
    certificate: cms.signer,
    path,
    claimedAt,
    timestamp,
    isPades: isCades && cms.hasSigningCertificateV2,
  }
}

export function checkDocumentTimestamp({ found, covered, timestampRoots, known }: CheckContext): CheckedSignature {
  if (!covered) return uncovered('timestamp', found)
  const timestamp = checkTimestamp(covered.der, covered.pieces, timestampRoots, known)
  return {
    kind: 'timestamp',
    found,
    end: covered.end,
    integrity: [...covered.faults, ...timestamp.integrity],
    trust: timestamp.trust,
    certificate: timestamp.service,
    path: timestamp.path,
    claimedAt: null,
    timestamp,
    isPades: nameOf(found.dict, 'SubFilter') === 'ETSI.RFC3161',
  }
}
