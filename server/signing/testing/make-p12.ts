import { webcrypto } from 'node:crypto'
import { fromBER } from 'asn1js'
import {
  AuthenticatedSafe,
  CertBag,
  type Certificate,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs'

const OID = { shroudedKey: '1.2.840.113549.1.12.10.1.2', certificate: '1.2.840.113549.1.12.10.1.3' }
const AES = { name: 'AES-CBC', length: 256 }

/** A PKCS#12 file (RFC 7292): the key under AES-256 and PBKDF2, the certificates in the given order. */
export async function makeP12(
  privateKey: webcrypto.CryptoKey,
  certificates: Certificate[],
  password: string,
): Promise<Uint8Array> {
  const secret = new TextEncoder().encode(password).buffer
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', privateKey)
  const key = new PKCS8ShroudedKeyBag({
    parsedValue: new PrivateKeyInfo({ schema: fromBER(pkcs8).result }),
  })
  await key.makeInternalValues({
    password: secret,
    contentEncryptionAlgorithm: AES as never,
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: 2048,
  })
  const bags = [
    new SafeBag({ bagId: OID.shroudedKey, bagValue: key }),
    ...certificates.map(
      certificate => new SafeBag({ bagId: OID.certificate, bagValue: new CertBag({ parsedValue: certificate }) }),
    ),
  ]
  const safe = new AuthenticatedSafe({
    parsedValue: { safeContents: [{ privacyMode: 0, value: new SafeContents({ safeBags: bags }) }] },
  })
  const file = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe: safe } })
  await safe.makeInternalValues({ safeContents: [{}] })
  await file.makeInternalValues({
    password: secret,
    iterations: 2048,
    pbkdf2HashAlgorithm: 'SHA-256',
    hmacHashAlgorithm: 'SHA-256',
  })
  return new Uint8Array(file.toSchema().toBER(false))
}
