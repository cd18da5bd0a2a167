import { X509Certificate } from 'node:crypto'
import { buildChain } from '../certificates/build-chain.ts'
import { validityOf } from '../certificates/read-certificate.ts'
import type { Cms } from '../cms/read-cms.ts'
import { TimestampUntrustedError } from '../errors.ts'

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(Buffer.from(a), Buffer.from(b)) === 0

/**
 * A time stamp is worth what is known of who made it: its certificate must lead back to one that the operator trusts,
 * through authorities that were valid at that time.
 * @param trust DER
 * @param fetchIssuer asks where a certificate says that its issuer is
 * @throws TimestampUntrustedError
 */
export async function requireAnchor(
  { certificate, certificates }: Cms,
  at: Date,
  trust: Uint8Array[],
  fetchIssuer: (url: string) => Promise<Uint8Array | null>,
): Promise<void> {
  const chain = await buildChain(certificate, [...trust, ...certificates], fetchIssuer)
  const anchor = chain.certificates.findIndex(one => trust.some(trusted => same(one, trusted)))
  if (anchor === -1) throw new TimestampUntrustedError('the certificate of the time stamp service is not trusted here')
  for (const [index, one] of chain.certificates.slice(0, anchor + 1).entries()) {
    const { from, to } = validityOf(one)
    if (at < from || at > to) throw new TimestampUntrustedError(`certificate ${index + 1} was not valid then`)
    if (index > 0 && !new X509Certificate(one).ca)
      throw new TimestampUntrustedError(`certificate ${index + 1} is of no authority`)
  }
}
