import { createHash } from 'node:crypto'
import type { BaseBlock, UTCTime } from 'asn1js'
import { type Attribute, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo } from 'pkijs'
import { type Certificate, readCertificate } from './certificate.ts'
import { octetsOf, partsOf, rawOf, readDer } from './der.ts'
import { checkSignature, hashName } from './signature-algorithm.ts'
import { namesCertificate, SIGNING_CERTIFICATE } from './signing-certificate.ts'

const OID = {
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  timestamp: '1.2.840.113549.1.9.16.2.14',
}

export type CmsFault =
  /** Not written as RFC 5652 says. */
  | 'cms-damaged'
  /** What was signed is something else. */
  | 'digest-mismatch'
  | 'signature-mismatch'
  | 'certificate-missing'
  /** The signature does not say by which certificate, or says another one. */
  | 'signing-certificate'
  | 'unsupported-algorithm'
  /** A certificate that came along is not what its issuer signed. */
  | 'certificate-damaged'

export interface CmsSignature {
  faults: CmsFault[]
  signer: Certificate | null
  /** All that came along, the signer's own among them. */
  certificates: Certificate[]
  /** What the signer says; nobody else has seen it. */
  signingTime: Date | null
  /** PAdES demands it (ETSI EN 319 142-1, 6.3). */
  hasSigningCertificateV2: boolean
  signature: Uint8Array
  /** RFC 3161 token over the signature, DER; null without one. */
  timestamp: Uint8Array | null
  /** What is inside, where something is. */
  content: Uint8Array | null
}

const damaged = (): CmsSignature => ({
  faults: ['cms-damaged'],
  signer: null,
  certificates: [],
  signingTime: null,
  hasSigningCertificateV2: false,
  signature: new Uint8Array(),
  timestamp: null,
  content: null,
})

const RAW_CERTIFICATES = 0

/** The certificates as they stand in the bytes: pkijs would write them anew. */
function rawCertificates(root: BaseBlock): Uint8Array[] {
  const signedData = partsOf(partsOf(root)[1])[0]
  const set = partsOf(signedData).find(
    ({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === RAW_CERTIFICATES,
  )
  return partsOf(set).map(rawOf)
}

const attribute = (attributes: Attribute[] | undefined, type: string): BaseBlock | undefined => {
  const found = attributes?.filter(one => one.type === type) ?? []
  return found.length === 1 && found[0]?.values.length === 1 ? (found[0].values[0] as BaseBlock) : undefined
}

function findSigner({ sid }: SignerInfo, certificates: Certificate[]): Certificate | null {
  if (!(sid instanceof IssuerAndSerialNumber)) return null
  const issuer = Buffer.from(sid.issuer.toSchema().toBER(false))
  return (
    certificates.find(
      ({ syntax }) =>
        syntax.serialNumber.isEqual(sid.serialNumber) &&
        issuer.equals(Buffer.from(syntax.issuer.toSchema().toBER(false))),
    ) ?? null
  )
}

/** Those that no other certificate here issued, and that are no root of their own: nobody needs them, or they are altered. */
const isLoose = (one: Certificate, all: Certificate[], roots: Certificate[]): boolean =>
  ![...all, ...roots].some(issuer => issuer.subject === one.issuer && one.isIssuedBy(issuer))

export interface CmsExpectation {
  /** OID of what is signed. */
  contentType: string
  /** Signed elsewhere; null where it is inside. */
  detached: Uint8Array[] | null
  roots: Certificate[]
}

/**
 * Checks one CMS signature by itself (RFC 5652, 5.4 and 5.6), and that it binds its certificate. Whether the
 * certificate is trusted is for {@link certificatePath}.
 */
export function checkSignedData(der: Uint8Array, expected: CmsExpectation): CmsSignature {
  try {
    return check(der, expected)
  } catch {
    // pkijs throws what it does not understand, in many ways.
    return damaged()
  }
}

function check(der: Uint8Array, { contentType, detached, roots }: CmsExpectation): CmsSignature {
  const root = readDer(der)
  if (!root) return damaged()
  const info = new ContentInfo({ schema: root })
  if (info.contentType !== OID.signedData) return damaged()
  const data = new SignedData({ schema: info.content })
  const [signerInfo] = data.signerInfos
  const { eContent, eContentType } = data.encapContentInfo
  const content = eContent ? octetsOf(eContent) : null
  const attributes = signerInfo?.signedAttrs?.attributes
  if (!signerInfo || data.signerInfos.length !== 1 || !attributes || eContentType !== contentType) return damaged()
  if ((detached === null) !== (content !== null) || signerInfo.version !== 1) return damaged()
  if (data.version !== (contentType === '1.2.840.113549.1.7.1' ? 1 : 3)) return damaged()

  const raw = rawCertificates(root)
  const certificates = raw.map(readCertificate).filter(one => one !== null)
  const signer = findSigner(signerInfo, certificates)
  const hash = hashName(signerInfo.digestAlgorithm)
  const signature = octetsOf(signerInfo.signature) ?? new Uint8Array()
  const faults: CmsFault[] = []

  if (!hash || !data.digestAlgorithms.some(one => one.algorithmId === signerInfo.digestAlgorithm.algorithmId))
    faults.push('unsupported-algorithm')
  if (hash) {
    const digest = createHash(hash)
    for (const piece of detached ?? [content ?? new Uint8Array()]) digest.update(piece)
    const stated = octetsOf(attribute(attributes, OID.messageDigest))
    if (!stated || !digest.digest().equals(stated)) faults.push('digest-mismatch')
  }
  if (String(attribute(attributes, OID.contentType)?.valueBlock) !== contentType) faults.push('cms-damaged')
  if (signer) {
    const signed = Uint8Array.from(new Uint8Array(signerInfo.signedAttrs?.encodedValue ?? new ArrayBuffer(0)))
    const result = checkSignature(signerInfo.signatureAlgorithm, signer.publicKey, { data: signed, signature, hash })
    if (result !== 'good') faults.push(result === 'bad' ? 'signature-mismatch' : 'unsupported-algorithm')
  } else faults.push('certificate-missing')

  const [v2, v1] = SIGNING_CERTIFICATE.map(type => attribute(attributes, type))
  if (signer && !(v2 ? namesCertificate(v2, 2, signer) : namesCertificate(v1, 1, signer)))
    faults.push('signing-certificate')
  if (certificates.length < raw.length || certificates.some(one => isLoose(one, certificates, roots)))
    faults.push('certificate-damaged')

  // Nothing covers these but the next signature: what is not known could be a time stamp that was made unreadable.
  if (signerInfo.unsignedAttrs?.attributes.some(({ type }) => type !== OID.timestamp)) faults.push('cms-damaged')

  const time = attribute(attributes, OID.signingTime) as UTCTime | undefined
  const timestamp = attribute(signerInfo.unsignedAttrs?.attributes, OID.timestamp)
  return {
    faults: [...new Set(faults)],
    signer,
    certificates,
    signingTime: time && 'toDate' in time ? time.toDate() : null,
    hasSigningCertificateV2: v2 !== undefined,
    signature,
    timestamp: timestamp ? rawOf(timestamp) : null,
    content,
  }
}
