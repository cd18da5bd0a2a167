import { validityOf } from '../certificates/read-certificate.ts'
import { CertificateExpiredError } from '../errors.ts'

/** @param certificate DER @throws CertificateExpiredError when it is not valid at that time: not yet, or no longer */
export function requireValidity(certificate: Uint8Array, at: Date = new Date()): void {
  const { from, to } = validityOf(certificate)
  if (at < from || at > to)
    throw new CertificateExpiredError(`the certificate is valid from ${from.toISOString()} to ${to.toISOString()}`)
}
