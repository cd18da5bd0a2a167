import { OCSPRequest } from 'pkijs'
import { addressesOf, readCertificate } from '../certificates/read-certificate.ts'
import { askForBytes, DEFAULT_PATIENCE } from './ask-for-bytes.ts'

/** Where proof comes from that certificates are not revoked. DER in and out; each rejects where there is no answer. */
export interface RevocationSource {
  /** Null where the certificate names no such service. */
  ocsp(certificate: Uint8Array, issuer: Uint8Array): Promise<Uint8Array | null>
  crl(certificate: Uint8Array): Promise<Uint8Array | null>
  /** The certificate of an issuer. */
  issuer(url: string): Promise<Uint8Array | null>
}

async function ocspQuestion(certificate: Uint8Array, issuer: Uint8Array): Promise<Uint8Array> {
  const request = new OCSPRequest()
  // SHA-1 names the certificate; nothing rests on it, and not all services know another.
  await request.createForCertificate(readCertificate(certificate), {
    hashAlgorithm: 'SHA-1',
    issuerCertificate: readCertificate(issuer),
  })
  return new Uint8Array(request.toSchema(true).toBER(false))
}

/** Asks where the certificates themselves say. Each list and issuer is fetched once; who failed is not asked again. */
export function revocationOverHttp(patience: number = DEFAULT_PATIENCE): RevocationSource {
  const fetched = new Map<string, Promise<Uint8Array>>()
  const once = (url: string): Promise<Uint8Array> => {
    const known = fetched.get(url) ?? askForBytes(url, patience)
    fetched.set(url, known)
    return known
  }
  const failed = new Set<string>()
  return {
    async ocsp(certificate, issuer) {
      const url = addressesOf(readCertificate(certificate)).ocsp
      if (!url || failed.has(url)) return null
      const body = await ocspQuestion(certificate, issuer)
      try {
        return await askForBytes(url, patience, { contentType: 'application/ocsp-request', body })
      } catch (error) {
        failed.add(url)
        throw error
      }
    },
    async crl(certificate) {
      const url = addressesOf(readCertificate(certificate)).crl
      return url ? once(url) : null
    },
    issuer: once,
  }
}
