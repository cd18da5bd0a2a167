import { constants, generateKeyPairSync, sign } from 'node:crypto'
import { Null } from 'asn1js'
import { AlgorithmIdentifier, RSASSAPSSParams } from 'pkijs'
import { describe, expect, test } from 'vitest'
import { checkSignature } from './signature-algorithm.ts'

const data = Buffer.from('16 av 34 personer')
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const SHA_256 = '2.16.840.1.101.3.4.2.1'

const pss = (saltLength: number): AlgorithmIdentifier =>
  new AlgorithmIdentifier({
    algorithmId: '1.2.840.113549.1.1.10',
    algorithmParams: new RSASSAPSSParams({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256, algorithmParams: new Null() }),
      maskGenAlgorithm: new AlgorithmIdentifier({
        algorithmId: '1.2.840.113549.1.1.8',
        algorithmParams: new AlgorithmIdentifier({ algorithmId: SHA_256, algorithmParams: new Null() }).toSchema(),
      }),
      saltLength,
    }).toSchema(),
  })

describe('RSA-PSS', () => {
  const options = { key: rsa.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
  const signature = sign('sha256', data, options)

  test('holds with the salt that it states, and with no other', () => {
    expect(checkSignature(pss(32), rsa.publicKey, { data, signature, hash: 'sha256' })).toBe('good')
    expect(checkSignature(pss(20), rsa.publicKey, { data, signature, hash: 'sha256' })).toBe('bad')
  })

  test('does not hold for another hash, other data, or as PKCS #1', () => {
    const other = Buffer.from('34 av 34 personer')
    expect(checkSignature(pss(32), rsa.publicKey, { data, signature, hash: 'sha384' })).toBe('unsupported')
    expect(checkSignature(pss(32), rsa.publicKey, { data: other, signature, hash: 'sha256' })).toBe('bad')
    const plain = new AlgorithmIdentifier({ algorithmId: '1.2.840.113549.1.1.11', algorithmParams: new Null() })
    expect(checkSignature(plain, rsa.publicKey, { data, signature, hash: 'sha256' })).toBe('bad')
  })
})

describe('what is not known', () => {
  test('is unsupported: SHA-1, and a key of another kind', () => {
    const signature = sign('sha1', data, rsa.privateKey)
    const sha1 = new AlgorithmIdentifier({ algorithmId: '1.2.840.113549.1.1.5', algorithmParams: new Null() })
    expect(checkSignature(sha1, rsa.publicKey, { data, signature, hash: null })).toBe('unsupported')
    const ecdsa = new AlgorithmIdentifier({ algorithmId: '1.2.840.10045.4.3.2' })
    expect(checkSignature(ecdsa, rsa.publicKey, { data, signature, hash: 'sha256' })).toBe('unsupported')
  })

  test('ECDSA holds with its own key alone', () => {
    const signature = sign('sha256', data, ec.privateKey)
    const ecdsa = new AlgorithmIdentifier({ algorithmId: '1.2.840.10045.4.3.2' })
    expect(checkSignature(ecdsa, ec.publicKey, { data, signature, hash: 'sha256' })).toBe('good')
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    expect(checkSignature(ecdsa, other.publicKey, { data, signature, hash: 'sha256' })).toBe('bad')
  })
})
