import { randomBytes, type webcrypto } from 'node:crypto'
import { fromBER, Integer, PrintableString, Sequence, Set as SetOf, Utf8String } from 'asn1js'
import { AttributeTypeAndValue, Certificate, RelativeDistinguishedNames, Time } from 'pkijs'
import { type CertificateAddresses, type CertificateUsage, extensionsFor } from './certificate-extensions.ts'

export interface CertificateName {
  commonName: string
  organisation?: string
  /** ISO 3166: "SE". */
  country?: string
}

/** Who signs certificates. */
export interface Authority {
  certificate: Certificate
  privateKey: webcrypto.CryptoKey
}

export interface CertificateWish {
  subject: CertificateName
  publicKey: webcrypto.CryptoKey
  usage: CertificateUsage
  notBefore: Date
  notAfter: Date
  /** Where others find out about it. */
  addresses?: CertificateAddresses
}

const OID = { country: '2.5.4.6', organisation: '2.5.4.10', commonName: '2.5.4.3' }

/** Each part a set of its own; pkijs by itself would write them as one. */
function nameOf({ country, organisation, commonName }: CertificateName): RelativeDistinguishedNames {
  const part = (type: string, value: Utf8String | PrintableString) =>
    new SetOf({ value: [new AttributeTypeAndValue({ type, value }).toSchema()] })
  const schema = new Sequence({
    value: [
      ...(country ? [part(OID.country, new PrintableString({ value: country }))] : []),
      ...(organisation ? [part(OID.organisation, new Utf8String({ value: organisation }))] : []),
      part(OID.commonName, new Utf8String({ value: commonName })),
    ],
  })
  return new RelativeDistinguishedNames({ schema: fromBER(schema.toBER(false)).result })
}

/** UTCTime holds no year from 2050 on (RFC 5280, 4.1.2.5). */
const timeOf = (value: Date): Time => new Time({ type: value.getUTCFullYear() < 2050 ? 0 : 1, value })

/** Positive, with 126 random bits: nobody can tell the next one. */
function serialNumber(): Integer {
  const bytes = randomBytes(16)
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return new Integer({ valueHex: new Uint8Array(bytes).buffer })
}

/**
 * An X.509 certificate (RFC 5280) with SHA-256, signed by `issuer`; by its own key where that is a key alone.
 */
export async function makeCertificate(
  { subject, publicKey, usage, notBefore, notAfter, addresses }: CertificateWish,
  issuer: Authority | { privateKey: webcrypto.CryptoKey },
): Promise<Certificate> {
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = serialNumber()
  certificate.subject = nameOf(subject)
  certificate.issuer = 'certificate' in issuer ? issuer.certificate.subject : certificate.subject
  certificate.notBefore = timeOf(notBefore)
  certificate.notAfter = timeOf(notAfter)
  await certificate.subjectPublicKeyInfo.importKey(publicKey as CryptoKey)
  const issuerKey = ('certificate' in issuer ? issuer.certificate : certificate).subjectPublicKeyInfo
  certificate.extensions = extensionsFor(usage, certificate.subjectPublicKeyInfo, issuerKey, addresses)
  await certificate.sign(issuer.privateKey as CryptoKey, 'SHA-256')
  return certificate
}

export const derOf = (certificate: Certificate): Uint8Array => new Uint8Array(certificate.toSchema(true).toBER(false))
