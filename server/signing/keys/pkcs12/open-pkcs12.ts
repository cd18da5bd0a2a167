import { randomBytes } from 'node:crypto'
import { P12Signer, type Signer } from '@libpdf/core'
import { buildChain } from '../../certificates/build-chain.ts'
import { verifySignature } from '../../cms/verify-signature.ts'
import { KeyUnavailableError } from '../../errors.ts'

async function parse(file: Uint8Array, password: string): Promise<P12Signer> {
  try {
    return await P12Signer.create(file, password)
  } catch (error) {
    throw new KeyUnavailableError('the PKCS #12 file is damaged, or the password is wrong', { cause: error })
  }
}

/** The certificate of the key: libpdf takes the first in the file, which may be an issuer's. */
async function certificateOf(signer: P12Signer, certificates: Uint8Array[]): Promise<Uint8Array> {
  const probe = new Uint8Array(randomBytes(32))
  const signature = await signer.sign(probe, 'SHA-256')
  const algorithmId = signer.keyType === 'RSA' ? '1.2.840.113549.1.1.11' : '1.2.840.10045.4.3.2'
  const own = certificates.find(certificate => verifies(probe, signature, certificate, algorithmId))
  if (!own) throw new KeyUnavailableError('the PKCS #12 file has no certificate of its key')
  return own
}

/** A certificate with a key of another kind cannot even be asked. */
function verifies(data: Uint8Array, signature: Uint8Array, certificate: Uint8Array, algorithmId: string): boolean {
  try {
    return verifySignature(data, signature, certificate, { algorithmId })
  } catch {
    return false
  }
}

/**
 * The key of a PKCS #12 file (RFC 7292), RSA or EC, whatever order its certificates stand in.
 * @throws KeyUnavailableError
 */
export async function openPkcs12(file: Uint8Array, password: string): Promise<Signer> {
  const signer = await parse(file, password)
  const certificates = [signer.certificate, ...signer.certificateChain]
  const certificate = await certificateOf(signer, certificates)
  const { certificates: chain } = await buildChain(certificate, certificates)
  return {
    certificate,
    certificateChain: chain.slice(1),
    keyType: signer.keyType,
    signatureAlgorithm: signer.signatureAlgorithm,
    sign: (data, algorithm) => signer.sign(data, algorithm),
  }
}
