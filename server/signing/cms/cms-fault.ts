import { createHash } from 'node:crypto'
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import type { Cms } from './read-cms.ts'
import { digestName, verifySignature } from './verify-signature.ts'

const OID = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(Buffer.from(a), Buffer.from(b)) === 0
const SET = 0x31

/** SigningCertificate(V2) (RFC 5035): the first certificate that it names is the signer's. */
function namesCertificate(attribute: Sequence, isV2: boolean, certificate: Uint8Array): boolean {
  const certs = attribute.valueBlock.value[0]
  const id = certs instanceof Sequence ? certs.valueBlock.value[0] : undefined
  if (!(id instanceof Sequence)) return false
  // ESSCertIDv2 names an algorithm first, unless it is SHA-256; the older attribute knows SHA-1 only.
  const [first, second] = id.valueBlock.value
  const algorithm = first instanceof Sequence ? first.valueBlock.value[0] : undefined
  const hash = first instanceof Sequence ? second : first
  const named = algorithm instanceof ObjectIdentifier ? digestName(algorithm.valueBlock.toString()) : 'sha256'
  const digest = isV2 ? named : 'sha1'
  if (!digest || !(hash instanceof OctetString)) return false
  return same(createHash(digest).update(certificate).digest(), hash.valueBlock.valueHexView)
}

/**
 * What is wrong with a CAdES signature (ETSI EN 319 122-1) of `content`, in English for the log; null where it holds. It
 * says nothing about whether the certificate is to be trusted.
 */
export function cmsFault({ signedData, signer, certificate }: Cms, content: Uint8Array): string | null {
  const digest = digestName(signer.digestAlgorithm.algorithmId)
  if (!digest) return 'the digest is of a kind that proves nothing'
  if (!signer.signedAttrs) return 'no signed attributes'
  const { attributes, encodedValue } = signer.signedAttrs
  const value = (type: string): unknown => attributes.find(attribute => attribute.type === type)?.values[0]

  const contentType = value(OID.contentType) as ObjectIdentifier | undefined
  if (contentType?.valueBlock.toString() !== signedData.encapContentInfo.eContentType) return 'another type of content'
  const messageDigest = value(OID.messageDigest) as OctetString | undefined
  if (!messageDigest || !same(createHash(digest).update(content).digest(), messageDigest.valueBlock.valueHexView))
    return 'the digest is not of this content'
  const [v2, v1] = [value(OID.signingCertificateV2), value(OID.signingCertificate)] as (Sequence | undefined)[]
  const named = v2 ? namesCertificate(v2, true, certificate) : v1 ? namesCertificate(v1, false, certificate) : false
  if (!named) return 'the signed attributes do not name the certificate'

  // What is signed is the attributes as a SET OF (RFC 5652, 5.4).
  const signed = new Uint8Array(encodedValue)
  signed[0] = SET
  const holds = verifySignature(
    signed,
    signer.signature.valueBlock.valueHexView,
    certificate,
    signer.signatureAlgorithm,
    digest,
  )
  return holds ? null : 'the signature is not of this certificate'
}
