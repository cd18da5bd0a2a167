import { X509Certificate } from 'node:crypto'
import { fromBER } from 'asn1js'
import { Certificate, CRLDistributionPoints, GeneralName, InfoAccess } from 'pkijs'
import { type CertificateAddresses, CERTIFICATE_OID as OID } from './certificate-extensions.ts'

/** A copy with a buffer of its own, as pkijs reads them. */
const ownBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

/** @throws Error when it is not an X.509 certificate in DER */
export const readCertificate = (der: Uint8Array): Certificate => Certificate.fromBER(ownBuffer(der))

function extensionValue(certificate: Certificate, oid: string): ReturnType<typeof fromBER>['result'] | null {
  const extension = certificate.extensions?.find(({ extnID }) => extnID === oid)
  return extension ? fromBER(ownBuffer(extension.extnValue.valueBlock.valueHexView)).result : null
}

const URI = 6
const httpUri = (name: unknown): string[] =>
  name instanceof GeneralName && name.type === URI && /^https?:/i.test(name.value) ? [name.value] : []

/** Where a certificate says that its issuer, OCSP and revocation lists are; the first of each kind over HTTP. */
export function addressesOf(certificate: Certificate): CertificateAddresses {
  const access = extensionValue(certificate, OID.infoAccess)
  const points = extensionValue(certificate, OID.crlPoints)
  const descriptions = access ? new InfoAccess({ schema: access }).accessDescriptions : []
  const at = (method: string): string | undefined =>
    descriptions.filter(({ accessMethod }) => accessMethod === method).flatMap(d => httpUri(d.accessLocation))[0]
  const lists = points ? new CRLDistributionPoints({ schema: points }).distributionPoints : []
  const crl = lists.flatMap(({ distributionPoint }) =>
    Array.isArray(distributionPoint) ? distributionPoint.flatMap(httpUri) : [],
  )[0]
  const ocsp = at(OID.ocsp)
  const issuer = at(OID.issuers)
  return { ...(crl ? { crl } : {}), ...(ocsp ? { ocsp } : {}), ...(issuer ? { issuer } : {}) }
}

/** Purposes that the key is for (RFC 5280, 4.2.1.12), as OIDs. */
export function purposesOf(der: Uint8Array): string[] {
  // Node's types leave out that there may be none.
  return (new X509Certificate(der).keyUsage as string[] | undefined) ?? []
}

/** Whether `issuer` issued it: by name, by what its key may be used for, and by the signature. Both in DER. */
export function isIssuedBy(certificate: Uint8Array, issuer: Uint8Array): boolean {
  const [child, parent] = [new X509Certificate(certificate), new X509Certificate(issuer)]
  return child.checkIssued(parent) && child.verify(parent.publicKey)
}

export const isRoot = (der: Uint8Array): boolean => isIssuedBy(der, der)

export const validityOf = (der: Uint8Array): { from: Date; to: Date } => {
  const { notBefore, notAfter } = readCertificate(der)
  return { from: notBefore.value, to: notAfter.value }
}
