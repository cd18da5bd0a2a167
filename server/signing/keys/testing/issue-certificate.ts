import { KeyObject, webcrypto } from 'node:crypto'
import { type Authority, derOf, makeCertificate } from '../../certificates/make-certificate.ts'

export type KeyKind = 'rsa' | 'P-256' | 'P-384' | 'P-521'

export interface Issued {
  /** DER */
  certificate: Uint8Array
  /** Self-signed when it has none. */
  name: string
  privateKey: KeyObject
  /** What it signs other certificates by. */
  authority: Authority
}

export interface IssueWish {
  name: string
  kind: KeyKind
  issuer?: Issued
  from?: Date
  to?: Date
  authority?: boolean
}

const DAY = 24 * 3600 * 1000

/** Of every kind that a device may have; RSA of 2048 bits, which is sooner made. */
const algorithmOf = (kind: KeyKind): webcrypto.RsaHashedKeyGenParams | webcrypto.EcKeyGenParams =>
  kind === 'rsa'
    ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) }
    : { name: 'ECDSA', namedCurve: kind }

/** A real certificate with its key, for a test to sign with. */
export async function issueCertificate({ name, kind, issuer, from, to, authority }: IssueWish): Promise<Issued> {
  const { publicKey, privateKey } = (await webcrypto.subtle.generateKey(algorithmOf(kind), true, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair
  const certificate = await makeCertificate(
    {
      subject: { country: 'SE', organisation: 'Exempelkommun', commonName: name },
      publicKey,
      usage: authority ? 'authority' : 'signer',
      notBefore: from ?? new Date(Date.now() - DAY),
      notAfter: to ?? new Date(Date.now() + 365 * DAY),
    },
    issuer?.authority ?? { privateKey },
  )
  return {
    certificate: derOf(certificate),
    name,
    privateKey: KeyObject.from(privateKey),
    authority: { certificate, privateKey },
  }
}
