import { fromBER, type OctetString } from 'asn1js'
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData, type SignerInfo, TSTInfo } from 'pkijs'
import { derOf } from '../certificates/make-certificate.ts'

const SIGNED_DATA = '1.2.840.113549.1.7.2'
/** id-aa-timeStampToken (RFC 3161, appendix A). */
const TIMESTAMP_TOKEN = '1.2.840.113549.1.9.16.2.14'

/** A signature in CMS (RFC 5652) with one signer, as PAdES asks for. */
export interface Cms {
  signedData: SignedData
  signer: SignerInfo
  /** Of the signer; DER. */
  certificate: Uint8Array
  /** All that it brings along; DER. */
  certificates: Uint8Array[]
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

function isOf({ sid }: SignerInfo, certificate: Certificate): boolean {
  if (!(sid instanceof IssuerAndSerialNumber)) return false
  return (
    hex(sid.serialNumber.valueBlock.valueHexView) === hex(certificate.serialNumber.valueBlock.valueHexView) &&
    sid.issuer.isEqual(certificate.issuer)
  )
}

/** @param der what follows the structure, as the padding in a PDF, is not read @throws Error when it is not such a CMS */
export function readCms(der: Uint8Array): Cms {
  const content = new ContentInfo({ schema: fromBER(new Uint8Array(der).buffer).result })
  if (content.contentType !== SIGNED_DATA) throw new Error('no signed data')
  const signedData = new SignedData({ schema: content.content })
  const [signer, ...more] = signedData.signerInfos
  if (!signer || more.length > 0) throw new Error('not one signer')
  const certificates = (signedData.certificates ?? []).filter(one => one instanceof Certificate)
  const own = certificates.find(certificate => isOf(signer, certificate))
  if (!own) throw new Error('the certificate of the signer is not there')
  return { signedData, signer, certificate: derOf(own), certificates: certificates.map(derOf) }
}

/** The time stamp of a signature (RFC 3161); null where it has none. */
export function timestampIn({ signer }: Cms): Cms | null {
  const attribute = signer.unsignedAttrs?.attributes.find(({ type }) => type === TIMESTAMP_TOKEN)
  const value = attribute?.values[0] as { toBER(): ArrayBuffer } | undefined
  return value ? readCms(new Uint8Array(value.toBER())) : null
}

/** What a CMS holds within it; null where the content stands elsewhere, as in a PDF's signature. */
export function contentOf({ signedData }: Cms): Uint8Array | null {
  const content = signedData.encapContentInfo.eContent as OctetString | undefined
  return content ? new Uint8Array(content.getValue()) : null
}

/** @throws Error when it is no time stamp */
export function timestampInfo(token: Cms): TSTInfo {
  const content = contentOf(token)
  if (!content) throw new Error('a time stamp without content')
  return TSTInfo.fromBER(new Uint8Array(content).buffer)
}
