import type { PDF } from '@libpdf/core'
import { buildChain } from '../certificates/build-chain.ts'
import { crlSays, ocspCertificates, ocspSays, type RevocationAnswer } from '../certificates/revocation.ts'
import { type Cms, timestampIn, timestampInfo } from '../cms/read-cms.ts'
import { CertificateRevokedError, RevocationDataMissingError } from '../errors.ts'
import { readSignatures } from './read-signatures.ts'
import type { RevocationSource } from './revocation-source.ts'
import { readSecurityStore, type SecurityStore } from './security-store.ts'

/** What was just signed, and when that is. */
export interface Signing {
  /** The certificate of the newest signer, DER. */
  newest: Uint8Array
  now: Date
}

interface SignerInFile {
  cms: Cms
  /** When it must be proven that the certificates were good: one of these times is enough, the first that can be had. */
  moments: Date[]
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(Buffer.from(a), Buffer.from(b)) === 0

/**
 * Signers, and the services that stamped their time, each with what it brings along. Who signed before is judged by the
 * time of the stamp: what was proven then stays so when the certificate has run out.
 */
function signersIn(pdf: PDF, bytes: Uint8Array, { newest, now }: Signing): SignerInFile[] {
  return readSignatures(pdf, bytes).flatMap(({ cms, kind }) => {
    const token = kind === 'timestamp' ? cms : timestampIn(cms)
    if (isSame(cms.certificate, newest) || !token)
      return [cms, ...(token ? [token] : [])].map(one => ({ cms: one, moments: [now] }))
    const moments = [timestampInfo(token).genTime, now]
    return kind === 'timestamp'
      ? [{ cms, moments }]
      : [
          { cms, moments },
          { cms: token, moments },
        ]
  })
}

/** What a store proves about a certificate; null for nothing. One that says revoked outweighs older ones. */
async function storeSays(
  { ocsp, crl }: SecurityStore,
  certificate: Uint8Array,
  issuer: Uint8Array,
  moments: Date[],
): Promise<RevocationAnswer | null> {
  for (const at of moments) {
    const answers = await Promise.all([
      ...ocsp.map(answer => ocspSays(answer, certificate, issuer, at)),
      ...crl.map(list => crlSays(list, certificate, issuer, at)),
    ])
    const says = answers.find(one => one === 'revoked') ?? answers.find(one => one === 'good')
    if (says) return says
  }
  return null
}

async function proofOf(
  certificate: Uint8Array,
  issuer: Uint8Array,
  source: RevocationSource,
  now: Date,
): Promise<Partial<SecurityStore>> {
  const ocsp = await source.ocsp(certificate, issuer)
  if (ocsp && (await ocspSays(ocsp, certificate, issuer, now)))
    return { ocsp: [ocsp], certificates: ocspCertificates(ocsp) }
  const crl = await source.crl(certificate)
  return crl && (await crlSays(crl, certificate, issuer, now)) ? { crl: [crl] } : {}
}

/**
 * Fetches what proves that the certificates of all signatures and time stamps in the file are not revoked: for each
 * below its root an OCSP answer, or else a revocation list. What the file has already is not asked for again.
 * @param known certificates at hand beside those in the file, DER
 * @param anew asks about the newest signer whatever the file has: an older list may be good for days, and the key have
 *   been taken back since
 */
export async function gatherEvidence(
  pdf: PDF,
  bytes: Uint8Array,
  signing: Signing,
  { source, known, anew }: { source: RevocationSource; known: Uint8Array[]; anew: boolean },
): Promise<SecurityStore> {
  const stored = readSecurityStore(pdf)
  const found: SecurityStore = { certificates: [], ocsp: [], crl: [] }
  for (const { cms, moments } of signersIn(pdf, bytes, signing)) {
    const pool = [...cms.certificates, ...known, ...stored.certificates, ...found.certificates]
    const { certificates } = await buildChain(cms.certificate, pool, source.issuer)
    found.certificates.push(...certificates)
    for (const [index, certificate] of certificates.entries()) {
      const issuer = certificates[index + 1]
      if (!issuer) continue
      const mustAsk = anew && isSame(certificate, signing.newest)
      if (!mustAsk && (await storeSays(stored, certificate, issuer, moments))) continue
      if (await storeSays(found, certificate, issuer, moments)) continue
      const proof = await proofOf(certificate, issuer, source, signing.now)
      for (const name of ['certificates', 'ocsp', 'crl'] as const) found[name].push(...(proof[name] ?? []))
    }
  }
  return found
}

/**
 * Looks into the file for what level B-LT promises: from each signer and each time stamp a whole chain, and for each
 * certificate below the root proof that it was not revoked. It asks nobody.
 * @throws RevocationDataMissingError, CertificateRevokedError
 */
export async function requireEvidence(pdf: PDF, bytes: Uint8Array, signing: Signing): Promise<void> {
  const store = readSecurityStore(pdf)
  for (const { cms, moments } of signersIn(pdf, bytes, signing)) {
    const { certificates, isComplete } = await buildChain(cms.certificate, store.certificates)
    if (!isComplete) throw new RevocationDataMissingError('the chain of a certificate does not lead to a root')
    for (const [index, issuer] of certificates.slice(1).entries()) {
      const certificate = certificates[index] as Uint8Array
      const says = await storeSays(store, certificate, issuer, moments)
      if (says === 'revoked') throw new CertificateRevokedError('a certificate of the signature is revoked')
      if (says === null)
        throw new RevocationDataMissingError(`neither OCSP nor a list covers certificate ${index + 1} of a chain`)
    }
  }
}
