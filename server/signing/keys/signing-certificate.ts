import { constants, type KeyObject, verify, X509Certificate } from 'node:crypto'
import type { DigestAlgorithm, Signer } from '@libpdf/core'
import { CertificateExpiredError, KeyUnavailableError } from '../errors.ts'

/** The certificate that a key signs under, as a signature names it. */
export type SigningCertificate = Pick<Signer, 'certificate' | 'keyType' | 'signatureAlgorithm'> & {
  /** DER, from the issuer of `certificate` upwards, as far as it is known. */
  certificateChain: Uint8Array[]
  publicKey: KeyObject
  validFrom: Date
  validTo: Date
}

const MAX_CHAIN = 10

const parse = (der: Uint8Array): X509Certificate => {
  try {
    return new X509Certificate(der)
  } catch (cause) {
    throw new KeyUnavailableError('a certificate of the key cannot be read', { cause })
  }
}

const issued = (issuer: X509Certificate, subject: X509Certificate): boolean =>
  subject.checkIssued(issuer) && subject.verify(issuer.publicKey)

function chainOf(leaf: X509Certificate, others: X509Certificate[]): X509Certificate[] {
  const chain: X509Certificate[] = []
  for (let top = leaf; chain.length < MAX_CHAIN && !issued(top, top); ) {
    const issuer = others.find(other => other.fingerprint256 !== top.fingerprint256 && issued(other, top))
    if (!issuer || chain.includes(issuer)) break
    chain.push(issuer)
    top = issuer
  }
  return chain
}

/**
 * @param der DER of the certificate of the key
 * @param others DER of certificates that may have issued it, in any order, others among them
 * @throws KeyUnavailableError where it cannot be read or its key is of a kind that is not used
 */
export function signingCertificate(der: Uint8Array, others: readonly Uint8Array[]): SigningCertificate {
  const leaf = parse(der)
  const { publicKey } = leaf
  const kind = publicKey.asymmetricKeyType
  if (kind !== 'rsa' && kind !== 'ec') throw new KeyUnavailableError(`a key of type ${kind} cannot sign here`)
  return {
    certificate: new Uint8Array(leaf.raw),
    certificateChain: chainOf(leaf, others.map(parse)).map(({ raw }) => new Uint8Array(raw)),
    keyType: kind === 'rsa' ? 'RSA' : 'EC',
    signatureAlgorithm: kind === 'rsa' ? 'RSASSA-PKCS1-v1_5' : 'ECDSA',
    publicKey,
    validFrom: new Date(leaf.validFrom),
    validTo: new Date(leaf.validTo),
  }
}

/** @throws CertificateExpiredError, also where it is not valid yet */
export function requireValid({ validFrom, validTo }: SigningCertificate, now: Date): void {
  if (now < validFrom || now > validTo)
    throw new CertificateExpiredError(`valid from ${validFrom.toISOString()} to ${validTo.toISOString()}`)
}

/** What libpdf wants to know of it. */
export const signerFacts = ({ certificate, certificateChain, keyType, signatureAlgorithm }: SigningCertificate) => ({
  certificate,
  certificateChain,
  keyType,
  signatureAlgorithm,
})

/** DER of the topmost certificate that is known: what its signatures lead back to. */
export const rootOf = ({ certificate, certificateChain }: SigningCertificate): Uint8Array =>
  certificateChain.at(-1) ?? certificate

/** Whether a signature (EC: DER) is one over the data by the certificate's own key. */
export const isSignedBy = (
  { publicKey, keyType }: SigningCertificate,
  algorithm: DigestAlgorithm,
  data: Uint8Array,
  signature: Uint8Array,
): boolean =>
  verify(
    algorithm.replace('-', '').toLowerCase(),
    data,
    keyType === 'RSA'
      ? { key: publicKey, padding: constants.RSA_PKCS1_PADDING }
      : { key: publicKey, dsaEncoding: 'der' },
    signature,
  )
