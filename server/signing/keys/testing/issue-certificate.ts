import { KeyObject, webcrypto } from 'node:crypto'
import * as asn1 from 'asn1js'
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension } from 'pkijs'

export type KeyKind = 'rsa' | 'P-256' | 'P-384' | 'P-521'

export interface Issued {
  /** DER */
  certificate: Uint8Array
  /** Self-signed when it has none. */
  name: string
  privateKey: KeyObject
  keys: webcrypto.CryptoKeyPair
}

export interface CertificateWish {
  name: string
  kind: KeyKind
  issuer?: Issued
  from?: Date
  to?: Date
  authority?: boolean
}

const DAY = 24 * 3600 * 1000
let serial = 1000

const algorithmOf = (kind: KeyKind): webcrypto.RsaHashedKeyGenParams | webcrypto.EcKeyGenParams =>
  kind === 'rsa'
    ? { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) }
    : { name: 'ECDSA', namedCurve: kind }

function nameAs(certificate: Certificate, part: 'subject' | 'issuer', name: string): void {
  const attribute = (type: string, value: string) =>
    certificate[part].typesAndValues.push(new AttributeTypeAndValue({ type, value: new asn1.Utf8String({ value }) }))
  attribute('2.5.4.6', 'SE')
  attribute('2.5.4.10', 'Exempelkommun')
  attribute('2.5.4.3', name)
}

/** A real certificate (X.509 v3) with its key, for a test to sign with. */
export async function issueCertificate(wish: CertificateWish): Promise<Issued> {
  const keys = (await webcrypto.subtle.generateKey(algorithmOf(wish.kind), true, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new asn1.Integer({ value: ++serial })
  nameAs(certificate, 'subject', wish.name)
  nameAs(certificate, 'issuer', wish.issuer?.name ?? wish.name)
  certificate.notBefore.value = wish.from ?? new Date(Date.now() - DAY)
  certificate.notAfter.value = wish.to ?? new Date(Date.now() + 365 * DAY)
  const constraints = new BasicConstraints({ cA: wish.authority ?? false })
  certificate.extensions = [
    new Extension({
      extnID: '2.5.29.19',
      critical: true,
      extnValue: constraints.toSchema().toBER(false),
      parsedValue: constraints,
    }),
  ]
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey as CryptoKey)
  await certificate.sign((wish.issuer?.keys ?? keys).privateKey as CryptoKey, 'SHA-256')
  return {
    certificate: new Uint8Array(certificate.toSchema(true).toBER(false)),
    name: wish.name,
    privateKey: KeyObject.from(keys.privateKey),
    keys,
  }
}
