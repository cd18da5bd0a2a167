import { createHash } from 'node:crypto'
import { fromBER, type GeneralizedTime } from 'asn1js'
import { BasicOCSPResponse, CertificateRevocationList, OCSPResponse, type SingleResponse } from 'pkijs'
import { type Certificate, readCertificate } from './certificate.ts'
import { partsOf, rawOf, readDer } from './der.ts'
import { checkSignature } from './signature-algorithm.ts'

const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9'

/** What a file brings along about certificates, DER. */
export interface RevocationData {
  ocsps: Uint8Array[]
  crls: Uint8Array[]
}

export interface RevocationStatus {
  status: 'good' | 'revoked' | 'unknown'
  /** When it was revoked. */
  at: Date | null
}

const UNKNOWN: RevocationStatus = { status: 'unknown', at: null }
const GOOD: RevocationStatus = { status: 'good', at: null }

/** The answer was still current at that time, or was given later. */
const speaksOf = (at: Date, nextUpdate: Date | undefined): boolean => nextUpdate === undefined || nextUpdate >= at

/** HashAlgorithm of RFC 6960's CertID; SHA-1 too, which only picks the certificate out. */
const CERT_ID_HASHES: Record<string, string> = { '1.3.14.3.2.26': 'sha1', '2.16.840.1.101.3.4.2.1': 'sha256' }

function isAbout({ certID }: SingleResponse, certificate: Certificate, issuer: Certificate): boolean {
  const hash = CERT_ID_HASHES[certID.hashAlgorithm.algorithmId]
  if (!hash || !certID.serialNumber.isEqual(certificate.syntax.serialNumber)) return false
  const digest = (bytes: Uint8Array): Buffer => createHash(hash).update(bytes).digest()
  const name = new Uint8Array(issuer.syntax.subject.toSchema().toBER(false))
  const key = issuer.syntax.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView
  return (
    digest(name).equals(certID.issuerNameHash.valueBlock.valueHexView) &&
    digest(key).equals(certID.issuerKeyHash.valueBlock.valueHexView)
  )
}

/** The issuer answers itself, or somebody whom it made a certificate for that (RFC 6960, 4.2.2.2). */
function responders(raw: Uint8Array, issuer: Certificate, at: Date): Certificate[] {
  const explicit = partsOf(readDer(raw) ?? undefined)[3]
  const delegated = partsOf(partsOf(explicit)[0])
    .map(block => readCertificate(rawOf(block)))
    .filter(one => one !== null)
  return [
    issuer,
    ...delegated.filter(
      one => one.purposes()?.oids.includes(OCSP_SIGNING) && one.isValidAt(at) && one.isIssuedBy(issuer),
    ),
  ]
}

/** What was read of an answer, and which issuers it was found to be signed for: each is asked about every signature. */
interface Read<T> {
  syntax: T
  signedFor: WeakMap<Certificate, boolean>
}

function remembering<T>(parse: (der: Uint8Array) => T): (der: Uint8Array) => Read<T> {
  const known = new WeakMap<Uint8Array, Read<T>>()
  return der => {
    const read = known.get(der) ?? { syntax: parse(der), signedFor: new WeakMap() }
    known.set(der, read)
    return read
  }
}

function isSignedFor(read: Read<unknown>, issuer: Certificate, check: () => boolean): boolean {
  const known = read.signedFor.get(issuer)
  if (known !== undefined) return known
  const isSigned = check()
  read.signedFor.set(issuer, isSigned)
  return isSigned
}

const readOcsp = remembering(der => {
  const response = new OCSPResponse({ schema: fromBER(Uint8Array.from(der).buffer).result })
  const raw = response.responseBytes?.response.valueBlock.valueHexView ?? new Uint8Array()
  return { raw, basic: new BasicOCSPResponse({ schema: fromBER(Uint8Array.from(raw).buffer).result }) }
})

const readCrl = remembering(
  der => new CertificateRevocationList({ schema: fromBER(Uint8Array.from(der).buffer).result }),
)

function statusByOcsp(der: Uint8Array, certificate: Certificate, issuer: Certificate, at: Date): RevocationStatus {
  const read = readOcsp(der)
  const { raw, basic } = read.syntax
  const single = basic.tbsResponseData.responses.find(one => isAbout(one, certificate, issuer))
  if (!single || !speaksOf(at, single.nextUpdate)) return UNKNOWN
  const signed = { data: basic.tbsResponseData.tbsView, signature: basic.signature.valueBlock.valueHexView, hash: null }
  const isSigned = isSignedFor(read, issuer, () =>
    responders(raw, issuer, basic.tbsResponseData.producedAt).some(
      ({ publicKey }) => checkSignature(basic.signatureAlgorithm, publicKey, signed) === 'good',
    ),
  )
  if (!isSigned) return UNKNOWN
  const { tagNumber } = single.certStatus.idBlock
  if (tagNumber === 0) return GOOD
  if (tagNumber !== 1) return UNKNOWN
  const [time] = partsOf(single.certStatus)
  return { status: 'revoked', at: (time as GeneralizedTime | undefined)?.toDate() ?? null }
}

function statusByCrl(der: Uint8Array, certificate: Certificate, issuer: Certificate, at: Date): RevocationStatus {
  const read = readCrl(der)
  const list = read.syntax
  const name = (one: { toSchema(): { toBER(sizeOnly: boolean): ArrayBuffer } }) =>
    Buffer.from(one.toSchema().toBER(false))
  if (!name(list.issuer).equals(name(issuer.syntax.subject)) || !issuer.mayBeUsedFor('cRLSign')) return UNKNOWN
  // A list of some of the certificates, or of changes: not what this is for (RFC 5280, 5.2.4 and 5.2.5).
  if (list.crlExtensions?.extensions.some(({ critical }) => critical)) return UNKNOWN
  if (!speaksOf(at, list.nextUpdate?.value)) return UNKNOWN
  const signed = { data: list.tbsView, signature: list.signatureValue.valueBlock.valueHexView, hash: null }
  const isSigned = isSignedFor(
    read,
    issuer,
    () => checkSignature(list.signatureAlgorithm, issuer.publicKey, signed) === 'good',
  )
  if (!isSigned) return UNKNOWN
  const entry = list.revokedCertificates?.find(one => one.userCertificate.isEqual(certificate.syntax.serialNumber))
  return entry ? { status: 'revoked', at: entry.revocationDate.value } : GOOD
}

/** What the data that came along proves of one certificate. "Revoked" wins over "good". */
export function revocationStatus(
  certificate: Certificate,
  issuer: Certificate,
  data: RevocationData,
  at: Date,
): RevocationStatus {
  const ask = (by: typeof statusByOcsp, der: Uint8Array): RevocationStatus => {
    try {
      return by(der, certificate, issuer, at)
    } catch {
      return UNKNOWN
    }
  }
  const answers = [...data.ocsps.map(der => ask(statusByOcsp, der)), ...data.crls.map(der => ask(statusByCrl, der))]
  return (
    answers.find(({ status }) => status === 'revoked') ?? answers.find(({ status }) => status === 'good') ?? UNKNOWN
  )
}

/** Of a whole path, the root left out: nobody vouches for that but whoever trusts it. */
export function pathStatus(path: Certificate[], data: RevocationData, at: Date): RevocationStatus {
  const statuses = path.slice(0, -1).map((one, i) => revocationStatus(one, path[i + 1] ?? one, data, at))
  return (
    statuses.find(({ status }) => status === 'revoked') ?? statuses.find(({ status }) => status === 'unknown') ?? GOOD
  )
}
