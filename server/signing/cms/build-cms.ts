import { createHash, X509Certificate } from 'node:crypto'
import type { Signer, TimestampAuthority } from '@libpdf/core'
import { fromBER, Null, ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs'
import { readCertificate } from '../certificates/read-certificate.ts'
import { KeyUnavailableError } from '../errors.ts'

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timestampToken: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaWithSha256: '1.2.840.113549.1.1.11',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
}
const SET = 0x31

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest())
const octets = (bytes: Uint8Array): OctetString => new OctetString({ valueHex: new Uint8Array(bytes).buffer })
const der = (schema: { toBER(sizeOnly?: boolean): ArrayBuffer }): Uint8Array => new Uint8Array(schema.toBER(false))

/**
 * What is signed beside the content, in the order of DER. No signing time: PAdES has that in the PDF's `/M` alone
 * (ETSI EN 319 142-1, table 1).
 */
function signedAttributes(content: Uint8Array, certificate: Uint8Array): SignedAndUnsignedAttributes {
  // SigningCertificateV2 (RFC 5035): one ESSCertIDv2, whose digest is SHA-256 where it names none.
  const certificateId = new Sequence({ value: [octets(sha256(certificate))] })
  const signingCertificate = new Sequence({ value: [new Sequence({ value: [certificateId] })] })
  const attributes = [
    new Attribute({ type: OID.contentType, values: [new ObjectIdentifier({ value: OID.data })] }),
    new Attribute({ type: OID.messageDigest, values: [octets(sha256(content))] }),
    new Attribute({ type: OID.signingCertificateV2, values: [signingCertificate] }),
  ]
  const inOrder = attributes.sort((a, b) => Buffer.compare(der(a.toSchema()), der(b.toSchema())))
  return new SignedAndUnsignedAttributes({ type: 0, attributes: inOrder })
}

function algorithmOf({ signatureAlgorithm }: Signer): AlgorithmIdentifier {
  if (signatureAlgorithm === 'ECDSA') return new AlgorithmIdentifier({ algorithmId: OID.ecdsaWithSha256 })
  if (signatureAlgorithm === 'RSASSA-PKCS1-v1_5')
    return new AlgorithmIdentifier({ algorithmId: OID.rsaWithSha256, algorithmParams: new Null() })
  throw new KeyUnavailableError(`the key signs by ${signatureAlgorithm}, which is not set up`)
}

async function stamp(signer: SignerInfo, signature: Uint8Array, timestamps: TimestampAuthority): Promise<void> {
  const token = await timestamps.timestamp(sha256(signature), 'SHA-256')
  const value = fromBER(new Uint8Array(token).buffer).result
  signer.unsignedAttrs = new SignedAndUnsignedAttributes({
    type: 1,
    attributes: [new Attribute({ type: OID.timestampToken, values: [value] })],
  })
}

/**
 * A detached CAdES signature of `content` with SHA-256 (ETSI EN 319 122-1, as EN 319 142-1 asks for in a PDF), DER.
 * @param timestamps stamps the signature; null for level B-B
 * @throws what the key and the time stamp service throw
 */
export async function buildCms(
  content: Uint8Array,
  signer: Signer,
  timestamps: TimestampAuthority | null,
): Promise<Uint8Array> {
  const certificate = readCertificate(signer.certificate)
  const signedAttrs = signedAttributes(content, new Uint8Array(new X509Certificate(signer.certificate).raw))
  const toSign = der(signedAttrs.toSchema())
  // What is signed is the attributes as a SET OF (RFC 5652, 5.4).
  toSign[0] = SET
  const signatureAlgorithm = algorithmOf(signer)
  const signature = await signer.sign(toSign, 'SHA-256')
  const digestAlgorithm = new AlgorithmIdentifier({ algorithmId: OID.sha256 })
  const signerInfo = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    digestAlgorithm,
    signedAttrs,
    signatureAlgorithm,
    signature: octets(signature),
  })
  if (timestamps) await stamp(signerInfo, signature, timestamps)
  const signedData = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.data }),
    digestAlgorithms: [digestAlgorithm],
    certificates: [certificate, ...(signer.certificateChain ?? []).map(readCertificate)],
    signerInfos: [signerInfo],
  })
  const info = new ContentInfo({ contentType: OID.signedData, content: signedData.toSchema(true) })
  return der(info.toSchema())
}
