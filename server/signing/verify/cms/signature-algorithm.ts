import { constants, type KeyObject, verify } from 'node:crypto'
import { type AlgorithmIdentifier, RSASSAPSSParams } from 'pkijs'

export type HashName = 'sha256' | 'sha384' | 'sha512'

/** SHA-1 and MD5 are left out: what they sign proves nothing today. */
const HASHES: Record<string, HashName> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

const RSA = '1.2.840.113549.1.1.1'
const PSS = '1.2.840.113549.1.1.10'
const WITH_HASH: Record<string, { key: 'rsa' | 'ec'; hash: HashName }> = {
  '1.2.840.113549.1.1.11': { key: 'rsa', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { key: 'rsa', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { key: 'rsa', hash: 'sha512' },
  '1.2.840.10045.4.3.2': { key: 'ec', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { key: 'ec', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { key: 'ec', hash: 'sha512' },
}

export const hashName = ({ algorithmId }: AlgorithmIdentifier): HashName | null => HASHES[algorithmId] ?? null

/** Absent, or ASN.1 NULL: nothing else may stand there for these (RFC 5754, 2; RFC 8017, A.2). */
const saysNothing = ({ algorithmParams }: AlgorithmIdentifier): boolean =>
  algorithmParams === undefined || Buffer.from(algorithmParams.toBER(false)).equals(Buffer.from([5, 0]))

export type SignatureResult = 'good' | 'bad' | 'unsupported'

interface Signed {
  data: Uint8Array
  signature: Uint8Array
  /** Null where the signature's algorithm must say it. */
  hash: HashName | null
}

/** RSA PKCS#1 v1.5 and PSS, and ECDSA, with SHA-2. */
export function checkSignature(
  algorithm: AlgorithmIdentifier,
  key: KeyObject,
  { data, signature, hash }: Signed,
): SignatureResult {
  const check = (name: HashName, options: object = {}): SignatureResult => {
    try {
      return verify(name, data, { key, ...options }, signature) ? 'good' : 'bad'
    } catch {
      return 'bad'
    }
  }
  const type = key.asymmetricKeyType
  if (algorithm.algorithmId === RSA && hash && type === 'rsa') return saysNothing(algorithm) ? check(hash) : 'bad'
  if (algorithm.algorithmId === PSS && (type === 'rsa' || type === 'rsa-pss')) {
    const parameters = new RSASSAPSSParams({ schema: algorithm.algorithmParams })
    const pssHash = hashName(parameters.hashAlgorithm)
    if (!pssHash || (hash && pssHash !== hash)) return 'unsupported'
    return check(pssHash, { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: parameters.saltLength })
  }
  const known = WITH_HASH[algorithm.algorithmId]
  if (!known || known.key !== type || (hash && known.hash !== hash)) return 'unsupported'
  return saysNothing(algorithm) ? check(known.hash) : 'bad'
}
