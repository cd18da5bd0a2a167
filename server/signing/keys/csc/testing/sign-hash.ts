import { constants, createECDH, type KeyObject, privateEncrypt, randomBytes } from 'node:crypto'

/** DigestInfo of each hash up to the hash itself (RFC 8017, 9.2, note 1). */
const DIGEST_INFO: Record<number, string> = {
  32: '3031300d060960864801650304020105000420',
  48: '3041300d060960864801650304020205000430',
  64: '3051300d060960864801650304020305000440',
}

/** Orders of the curves (SEC 2, 2.4.2 and 2.5.1). */
const ORDER: Record<string, bigint> = {
  prime256v1: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  secp384r1: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
}

const number = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  for (let b = base % modulus, e = exponent; e > 0n; e >>= 1n, b = (b * b) % modulus)
    if (e & 1n) result = (result * b) % modulus
  return result
}

/** ECDSA over what is hashed already, which Node does not offer. r and s side by side (IEEE P1363). */
function signEc(key: KeyObject, hash: Uint8Array): Buffer {
  const curve = key.asymmetricKeyDetails?.namedCurve ?? ''
  const order = ORDER[curve] ?? 0n
  const size = order.toString(16).length / 2
  const secret = number(Buffer.from(key.export({ format: 'jwk' }).d ?? '', 'base64url'))
  const nonce = (number(randomBytes(size)) % (order - 1n)) + 1n
  const point = createECDH(curve)
  point.setPrivateKey(Buffer.from(nonce.toString(16).padStart(size * 2, '0'), 'hex'))
  const r = number(point.getPublicKey().subarray(1, 1 + size)) % order
  const s = (power(nonce, order - 2n, order) * (number(hash.subarray(0, size)) + r * secret)) % order
  return Buffer.from([r, s].map(value => value.toString(16).padStart(size * 2, '0')).join(''), 'hex')
}

/** Signs a hash as a signing service does: RSA by PKCS #1 v1.5, EC with r and s side by side. */
export function signHash(key: KeyObject, hash: Uint8Array): Buffer {
  if (key.asymmetricKeyType === 'ec') return signEc(key, hash)
  const info = Buffer.concat([Buffer.from(DIGEST_INFO[hash.length] ?? '', 'hex'), hash])
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, info)
}
