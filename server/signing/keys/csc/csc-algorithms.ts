import type { DigestAlgorithm, KeyType } from '@libpdf/core'
import { KeyUnavailableError } from '../../errors.ts'

/** RFC 5754, 2. */
export const HASH_OID: Record<DigestAlgorithm, string> = {
  'SHA-256': '2.16.840.1.101.3.4.2.1',
  'SHA-384': '2.16.840.1.101.3.4.2.2',
  'SHA-512': '2.16.840.1.101.3.4.2.3',
}

/** RFC 4055, 5 and RFC 5758, 3.2. */
const WITH_HASH: Record<KeyType, Record<DigestAlgorithm, string>> = {
  RSA: {
    'SHA-256': '1.2.840.113549.1.1.11',
    'SHA-384': '1.2.840.113549.1.1.12',
    'SHA-512': '1.2.840.113549.1.1.13',
  },
  EC: { 'SHA-256': '1.2.840.10045.4.3.2', 'SHA-384': '1.2.840.10045.4.3.3', 'SHA-512': '1.2.840.10045.4.3.4' },
}

/** rsaEncryption, with which the hash is named beside it (RFC 8017, A.1). */
const RSA = '1.2.840.113549.1.1.1'

/**
 * The algorithm to ask for, of those that the credential names.
 * @throws KeyUnavailableError where it has none for this key and hash
 */
export function signAlgorithm(keyType: KeyType, hash: DigestAlgorithm, offered: readonly string[]): string {
  const exact = WITH_HASH[keyType][hash]
  if (offered.includes(exact)) return exact
  if (keyType === 'RSA' && offered.includes(RSA)) return RSA
  throw new KeyUnavailableError(`the credential does not sign by ${keyType} with ${hash}`)
}
