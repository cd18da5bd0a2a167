import { webcrypto } from 'node:crypto'

export type KeyKind = 'rsa' | 'ec'

/** Signing keys, for SHA-256: RSA of 3072 bits, or EC on P-256. */
export function makeKeys(kind: KeyKind): Promise<webcrypto.CryptoKeyPair> {
  const parameters =
    kind === 'rsa'
      ? { name: 'RSASSA-PKCS1-v1_5', modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }
      : { name: 'ECDSA', namedCurve: 'P-256' }
  return webcrypto.subtle.generateKey(parameters, true, ['sign', 'verify'])
}
