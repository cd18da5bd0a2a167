import { commonName } from '../certificates/distinguished-name.ts'
import type { CheckedSignature } from './check-signature.ts'
import type { Certificate } from './cms/certificate.ts'
import { textOf } from './pdf/pdf-value.ts'
import type { CertificateFacts, SignatureVerdict } from './pdf-verdict.ts'
import type { Reached } from './reached-level.ts'

/** Our signer's own key in the signature's dictionary. */
const IDENTITY = 'XXSamskriftIdentity'

const certificateFacts = (one: Certificate): CertificateFacts => ({
  subject: one.subject,
  issuer: one.issuer,
  name: commonName(one.syntax.subject),
  issuerName: commonName(one.syntax.issuer),
  serial: one.serial,
  notBefore: one.notBefore.toISOString(),
  notAfter: one.notAfter.toISOString(),
})

export function describeSignature(
  checked: CheckedSignature,
  { level, at, atIsProven, timestampBy, isRevoked }: Reached,
  changes: SignatureVerdict['changes'],
): SignatureVerdict {
  const { kind, found, end, integrity, trust, certificate } = checked
  const text = (key: string) => textOf(found.dict.get(key))
  return {
    kind,
    field: found.field,
    end: end ?? 0,
    integrity,
    trust: isRevoked ? [...trust, 'certificate-revoked'] : trust,
    certificate: certificate && certificateFacts(certificate),
    at: at?.toISOString() ?? null,
    atIsProven,
    timestampBy: timestampBy && commonName(timestampBy.syntax.subject),
    level,
    name: text('Name'),
    reason: text('Reason'),
    identity: text(IDENTITY),
    changes,
  }
}
