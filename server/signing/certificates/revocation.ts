import { type BitString, fromBER, type Integer } from 'asn1js'
import {
  type AlgorithmIdentifier,
  BasicOCSPResponse,
  CertID,
  CertificateRevocationList,
  OCSPResponse,
  type SingleResponse,
} from 'pkijs'
import { verifySignature } from '../cms/verify-signature.ts'
import { derOf } from './make-certificate.ts'
import { isIssuedBy, purposesOf, readCertificate } from './read-certificate.ts'

export type RevocationAnswer = 'good' | 'revoked'

/** id-kp-OCSPSigning (RFC 6960, 4.2.2.2). */
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9'
const OCSP_BASIC = '1.3.6.1.5.5.7.48.1.1'
const SUCCESSFUL = 0
/** Clocks differ. Milliseconds. */
const SKEW = 5 * 60_000

const own = (der: Uint8Array): ArrayBuffer => new Uint8Array(der).buffer
const sameNumber = (a: Integer, b: Integer): boolean =>
  Buffer.compare(Buffer.from(a.valueBlock.valueHexView), Buffer.from(b.valueBlock.valueHexView)) === 0

function isCurrent(from: Date, to: Date | undefined, at: Date): boolean {
  return from.getTime() <= at.getTime() + SKEW && (to === undefined || to.getTime() >= at.getTime() - SKEW)
}

/** The issuer itself, or who it lets answer for it: the only ones whose word counts. */
function responderOf(basic: BasicOCSPResponse, issuer: Uint8Array): Uint8Array | null {
  const signed = (certificate: Uint8Array): boolean =>
    verifySignature(
      new Uint8Array(basic.tbsResponseData.tbsView),
      (basic.signature as BitString).valueBlock.valueHexView,
      certificate,
      basic.signatureAlgorithm as AlgorithmIdentifier,
    )
  const delegated = (basic.certs ?? [])
    .map(derOf)
    .filter(certificate => purposesOf(certificate).includes(OCSP_SIGNING) && isIssuedBy(certificate, issuer))
  return [issuer, ...delegated].find(signed) ?? null
}

async function statusIn(
  responses: SingleResponse[],
  certificate: Uint8Array,
  issuer: Uint8Array,
  at: Date,
): Promise<RevocationAnswer | null> {
  for (const { certID, certStatus, thisUpdate, nextUpdate } of responses) {
    const expected = new CertID()
    const hashAlgorithm = certID.hashAlgorithm.algorithmId === '1.3.14.3.2.26' ? 'SHA-1' : 'SHA-256'
    await expected.createForCertificate(readCertificate(certificate), {
      hashAlgorithm,
      issuerCertificate: readCertificate(issuer),
    })
    if (!certID.isEqual(expected) || !isCurrent(thisUpdate, nextUpdate, at)) continue
    // CertStatus (RFC 6960, 4.2.1): [0] good, [1] revoked, [2] unknown.
    const tag = (certStatus as { idBlock: { tagNumber: number } }).idBlock.tagNumber
    if (tag === 0) return 'good'
    if (tag === 1) return 'revoked'
  }
  return null
}

/**
 * What an OCSP answer (RFC 6960) proves about a certificate at a moment. All in DER.
 * @returns null where it proves nothing: not signed by whom it must be, about another certificate, out of date, broken
 */
export async function ocspSays(
  answer: Uint8Array,
  certificate: Uint8Array,
  issuer: Uint8Array,
  at: Date,
): Promise<RevocationAnswer | null> {
  try {
    const response = OCSPResponse.fromBER(own(answer))
    const bytes = response.responseBytes
    if (response.responseStatus.valueBlock.valueDec !== SUCCESSFUL || bytes?.responseType !== OCSP_BASIC) return null
    const basic = new BasicOCSPResponse({ schema: fromBER(own(bytes.response.valueBlock.valueHexView)).result })
    if (!responderOf(basic, issuer)) return null
    return await statusIn(basic.tbsResponseData.responses, certificate, issuer, at)
  } catch {
    return null
  }
}

/** What a revocation list (RFC 5280, 5) proves about a certificate, as {@link ocspSays}. */
export async function crlSays(
  list: Uint8Array,
  certificate: Uint8Array,
  issuer: Uint8Array,
  at: Date,
): Promise<RevocationAnswer | null> {
  try {
    const crl = CertificateRevocationList.fromBER(own(list))
    const issuerCertificate = readCertificate(issuer)
    if (!crl.nextUpdate || !isCurrent(crl.thisUpdate.value, crl.nextUpdate.value, at)) return null
    if (!(await crl.verify({ issuerCertificate }))) return null
    const { serialNumber } = readCertificate(certificate)
    const listed = crl.revokedCertificates?.some(({ userCertificate }) => sameNumber(userCertificate, serialNumber))
    return listed ? 'revoked' : 'good'
  } catch {
    return null
  }
}

/** Certificates that an OCSP answer brought along, which whoever reads it needs. DER. */
export function ocspCertificates(answer: Uint8Array): Uint8Array[] {
  const bytes = OCSPResponse.fromBER(own(answer)).responseBytes
  if (!bytes) return []
  const basic = new BasicOCSPResponse({ schema: fromBER(own(bytes.response.valueBlock.valueHexView)).result })
  return (basic.certs ?? []).map(derOf)
}
