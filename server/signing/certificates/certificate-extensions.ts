import { createHash } from 'node:crypto'
import { BitString, ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import {
  AccessDescription,
  AuthorityKeyIdentifier,
  BasicConstraints,
  CRLDistributionPoints,
  DistributionPoint,
  Extension,
  GeneralName,
  InfoAccess,
  type PublicKeyInfo,
} from 'pkijs'

export type CertificateUsage = 'authority' | 'signer' | 'timestamps' | 'ocsp'

export interface CertificateAddresses {
  crl?: string
  ocsp?: string
  /** Of the issuer's certificate. */
  issuer?: string
}

export const CERTIFICATE_OID = {
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  extendedKeyUsage: '2.5.29.37',
  subjectKey: '2.5.29.14',
  authorityKey: '2.5.29.35',
  crlPoints: '2.5.29.31',
  infoAccess: '1.3.6.1.5.5.7.1.1',
  ocsp: '1.3.6.1.5.5.7.48.1',
  issuers: '1.3.6.1.5.5.7.48.2',
}

/** Bits of the key usage (RFC 5280, 4.2.1.3), and how many at the end are not used. */
const KEY_USAGE: Record<CertificateUsage, { bits: number; unused: number }> = {
  authority: { bits: 0x06, unused: 1 },
  signer: { bits: 0xc0, unused: 6 },
  timestamps: { bits: 0x80, unused: 7 },
  ocsp: { bits: 0x80, unused: 7 },
}

const PURPOSE: Partial<Record<CertificateUsage, string>> = {
  timestamps: '1.3.6.1.5.5.7.3.8',
  ocsp: '1.3.6.1.5.5.7.3.9',
}

interface Encodable {
  toBER(sizeOnly?: boolean): ArrayBuffer
}

const extension = (extnID: string, critical: boolean, value: Encodable): Extension =>
  new Extension({ extnID, critical, extnValue: value.toBER(false) })

/** SHA-1 of the key, as RFC 5280, 4.2.1.2 (1) names keys; nothing rests on it. */
const keyId = (key: PublicKeyInfo): ArrayBuffer =>
  new Uint8Array(createHash('sha1').update(key.subjectPublicKey.valueBlock.valueHexView).digest()).buffer

const uri = (value: string): GeneralName => new GeneralName({ type: 6, value })

function addressExtensions({ crl, ocsp, issuer }: CertificateAddresses): Extension[] {
  const access = [
    ...(ocsp ? [new AccessDescription({ accessMethod: CERTIFICATE_OID.ocsp, accessLocation: uri(ocsp) })] : []),
    ...(issuer ? [new AccessDescription({ accessMethod: CERTIFICATE_OID.issuers, accessLocation: uri(issuer) })] : []),
  ]
  const points = crl
    ? new CRLDistributionPoints({ distributionPoints: [new DistributionPoint({ distributionPoint: [uri(crl)] })] })
    : null
  return [
    ...(points ? [extension(CERTIFICATE_OID.crlPoints, false, points.toSchema())] : []),
    ...(access.length > 0
      ? [extension(CERTIFICATE_OID.infoAccess, false, new InfoAccess({ accessDescriptions: access }).toSchema())]
      : []),
  ]
}

/** What a certificate says about its key, for what it is used. */
export function extensionsFor(
  usage: CertificateUsage,
  key: PublicKeyInfo,
  issuerKey: PublicKeyInfo,
  addresses: CertificateAddresses = {},
): Extension[] {
  const { bits, unused } = KEY_USAGE[usage]
  const purpose = PURPOSE[usage]
  return [
    extension(CERTIFICATE_OID.basicConstraints, true, new BasicConstraints({ cA: usage === 'authority' }).toSchema()),
    extension(
      CERTIFICATE_OID.keyUsage,
      true,
      new BitString({ valueHex: new Uint8Array([bits]).buffer, unusedBits: unused }),
    ),
    // RFC 3161, 2.3: the only purpose, and critical.
    ...(purpose
      ? [
          extension(
            CERTIFICATE_OID.extendedKeyUsage,
            usage === 'timestamps',
            new Sequence({ value: [new ObjectIdentifier({ value: purpose })] }),
          ),
        ]
      : []),
    extension(CERTIFICATE_OID.subjectKey, false, new OctetString({ valueHex: keyId(key) })),
    extension(
      CERTIFICATE_OID.authorityKey,
      false,
      new AuthorityKeyIdentifier({ keyIdentifier: new OctetString({ valueHex: keyId(issuerKey) }) }).toSchema(),
    ),
    ...addressExtensions(addresses),
  ]
}
