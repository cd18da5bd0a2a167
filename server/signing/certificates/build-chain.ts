import { addressesOf, isIssuedBy, isRoot, readCertificate } from './read-certificate.ts'

/** Longer than any chain there is; keeps two authorities that certify each other from going on for ever. */
const MAX_LENGTH = 10

export interface Chain {
  /** DER, from the leaf towards the root. */
  certificates: Uint8Array[]
  /** Whether it ends in a certificate that signed itself. */
  isComplete: boolean
}

function issuerIn(pool: Iterable<Uint8Array>, certificate: Uint8Array): Uint8Array | null {
  for (const candidate of pool) if (isIssuedBy(certificate, candidate)) return candidate
  return null
}

/**
 * From a certificate to its root, by signatures, not by the order that they came in.
 * @param pool certificates at hand, DER
 * @param fetchIssuer asks where the certificate says that its issuer is; leave it out and only the pool is used
 */
export async function buildChain(
  leaf: Uint8Array,
  pool: Uint8Array[],
  fetchIssuer: (url: string) => Promise<Uint8Array | null> = async () => null,
): Promise<Chain> {
  const certificates = [leaf]
  while (certificates.length < MAX_LENGTH) {
    const last = certificates.at(-1) as Uint8Array
    if (isRoot(last)) return { certificates, isComplete: true }
    let issuer = issuerIn(pool, last)
    if (!issuer) {
      const url = addressesOf(readCertificate(last)).issuer
      const fetched = url ? await fetchIssuer(url) : null
      issuer = fetched ? issuerIn([fetched], last) : null
    }
    if (!issuer) break
    certificates.push(issuer)
  }
  return { certificates, isComplete: false }
}
