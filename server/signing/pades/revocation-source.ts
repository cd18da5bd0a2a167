import { OCSPRequest } from 'pkijs'
import { log } from '../../log.ts'
import { addressesOf, readCertificate } from '../certificates/read-certificate.ts'
import { askForBytes } from './ask-for-bytes.ts'

/**
 * Where proof comes from that certificates are not revoked. DER in and out. Over HTTP each rejects where there is no
 * answer, until it is {@link forgiving}.
 */
export interface RevocationSource {
  /** Null where the certificate names no such service. */
  ocsp(certificate: Uint8Array, issuer: Uint8Array): Promise<Uint8Array | null>
  crl(certificate: Uint8Array): Promise<Uint8Array | null>
  /** The certificate of an issuer. */
  issuer(url: string): Promise<Uint8Array | null>
}

/** An answer; null for none, as the log says. Whether that matters is found out when all have answered. */
async function answerOf(asked: Promise<Uint8Array | null>): Promise<Uint8Array | null> {
  try {
    return await asked
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    log.warn({ error: name, message }, 'revocation data could not be fetched')
    return null
  }
}

/** The same source, which answers null where it gets no answer. */
export const forgiving = ({ ocsp, crl, issuer }: RevocationSource): RevocationSource => ({
  ocsp: (...asked) => answerOf(ocsp(...asked)),
  crl: certificate => answerOf(crl(certificate)),
  issuer: url => answerOf(issuer(url)),
})

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
export function revocationOverHttp(ask: typeof askForBytes = askForBytes): RevocationSource {
  const fetched = new Map<string, Promise<Uint8Array>>()
  const once = (url: string): Promise<Uint8Array> => {
    const known = fetched.get(url) ?? ask(url)
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
        return await ask(url, { question: { contentType: 'application/ocsp-request', body } })
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
