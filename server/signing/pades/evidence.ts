import type { PDF } from '@libpdf/core'
import { buildChain } from '../certificates/build-chain.ts'
import { crlSays, ocspCertificates, ocspSays, type RevocationAnswer } from '../certificates/revocation.ts'
import { type Cms, timestampIn } from '../cms/read-cms.ts'
import { CertificateRevokedError, RevocationDataMissingError } from '../errors.ts'
import { readSignatures } from './read-signatures.ts'
import type { RevocationSource } from './revocation-source.ts'
import { readSecurityStore, type SecurityStore } from './security-store.ts'

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(Buffer.from(a), Buffer.from(b)) === 0

/** Signers, and the services that stamped their time, each with what it brings along. */
function signersIn(pdf: PDF, bytes: Uint8Array): Cms[] {
  return readSignatures(pdf, bytes).flatMap(({ cms }) => {
    const timestamp = timestampIn(cms)
    return timestamp ? [cms, timestamp] : [cms]
  })
}

/** What a store proves about a certificate; null for nothing. One that says revoked outweighs older ones. */
async function storeSays(
  { ocsp, crl }: SecurityStore,
  certificate: Uint8Array,
  issuer: Uint8Array,
  at: Date,
): Promise<RevocationAnswer | null> {
  const answers = await Promise.all([
    ...ocsp.map(answer => ocspSays(answer, certificate, issuer, at)),
    ...crl.map(list => crlSays(list, certificate, issuer, at)),
  ])
  return answers.find(says => says === 'revoked') ?? answers.find(says => says === 'good') ?? null
}

/** A source's answer; null for none, whatever the reason: the check at the end names what lacks. */
const answer = (asked: Promise<Uint8Array | null>): Promise<Uint8Array | null> => asked.catch(() => null)

async function proofOf(
  certificate: Uint8Array,
  issuer: Uint8Array,
  source: RevocationSource,
  at: Date,
): Promise<Partial<SecurityStore>> {
  const ocsp = await answer(source.ocsp(certificate, issuer))
  if (ocsp && (await ocspSays(ocsp, certificate, issuer, at)))
    return { ocsp: [ocsp], certificates: ocspCertificates(ocsp) }
  const crl = await answer(source.crl(certificate))
  return crl && (await crlSays(crl, certificate, issuer, at)) ? { crl: [crl] } : {}
}

/**
 * Fetches what proves that the certificates of all signatures and time stamps in the file are not revoked: for each
 * below its root an OCSP answer, or else a revocation list. What the file has already is not asked for again, but for
 * the newest signer: an older list may be good for days, and its key have been taken back since.
 * @param known certificates at hand beside those in the file, DER
 * @param newest the newest signer's certificate, DER; null where it was asked about just now
 */
export async function gatherEvidence(
  pdf: PDF,
  bytes: Uint8Array,
  source: RevocationSource,
  known: Uint8Array[],
  newest: Uint8Array | null,
  at: Date,
): Promise<SecurityStore> {
  const stored = readSecurityStore(pdf)
  const found: SecurityStore = { certificates: [], ocsp: [], crl: [] }
  for (const cms of signersIn(pdf, bytes)) {
    const pool = [...cms.certificates, ...known, ...stored.certificates, ...found.certificates]
    const { certificates } = await buildChain(cms.certificate, pool, url => answer(source.issuer(url)))
    found.certificates.push(...certificates)
    for (const [index, certificate] of certificates.entries()) {
      const issuer = certificates[index + 1]
      if (!issuer) continue
      if (!(newest && isSame(certificate, newest)) && (await storeSays(stored, certificate, issuer, at))) continue
      if (await storeSays(found, certificate, issuer, at)) continue
      const proof = await proofOf(certificate, issuer, source, at)
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
export async function requireEvidence(pdf: PDF, bytes: Uint8Array, at: Date): Promise<void> {
  const store = readSecurityStore(pdf)
  for (const cms of signersIn(pdf, bytes)) {
    const { certificates, isComplete } = await buildChain(cms.certificate, store.certificates)
    if (!isComplete) throw new RevocationDataMissingError('the chain of a certificate does not lead to a root')
    for (const [index, issuer] of certificates.slice(1).entries()) {
      const certificate = certificates[index] as Uint8Array
      const says = await storeSays(store, certificate, issuer, at)
      if (says === 'revoked') throw new CertificateRevokedError('a certificate of the signature is revoked')
      if (says === null)
        throw new RevocationDataMissingError(`neither OCSP nor a list covers certificate ${index + 1} of a chain`)
    }
  }
}
