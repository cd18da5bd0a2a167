import type { Certificate } from './certificate.ts'

export type PathFault =
  /** No root that is trusted here is behind it. */
  | 'untrusted'
  /** Some certificate of the path was not valid at that time. */
  | 'certificate-expired'
  /** Some certificate may not be used for what it was used for. */
  | 'key-usage'

export interface CertificatePath {
  /** From the certificate itself to the root; as far as it went where it is not trusted. */
  path: Certificate[]
  faults: PathFault[]
}

const MAX_LENGTH = 8
/** Signatures of certificates that are tried: hostile files bring along hundreds of the same name. */
const MAX_TRIES = 200

function findPath(leaf: Certificate, known: Certificate[], roots: Certificate[]): Certificate[] | null {
  let tries = 0
  const isRoot = (one: Certificate): boolean => roots.some(root => root.equals(one))
  const extend = (path: Certificate[]): Certificate[] | null => {
    const last = path.at(-1) ?? leaf
    if (isRoot(last)) return path
    if (path.length >= MAX_LENGTH) return null
    for (const candidate of [...roots, ...known]) {
      if (candidate.subject !== last.issuer || path.some(one => one.equals(candidate))) continue
      if (tries++ > MAX_TRIES) return null
      if (!last.isIssuedBy(candidate)) continue
      const found = extend([...path, candidate])
      if (found) return found
    }
    return null
  }
  return extend([leaf])
}

/** RFC 5280, 6.1, without policies and name constraints: a certificate that demands those is refused. */
function pathFaults(path: Certificate[], at: Date): PathFault[] {
  const faults: PathFault[] = []
  if (!path.every(one => one.isValidAt(at))) faults.push('certificate-expired')
  const issuers = path.slice(1)
  const mayIssue = issuers.every((issuer, i) => {
    const below = issuers.slice(0, i).filter(one => !one.isSelfIssued()).length
    return below <= (issuer.pathLength() ?? -1) && issuer.mayBeUsedFor('keyCertSign')
  })
  if (!mayIssue || !path.every(one => one.isUnderstood())) faults.push('key-usage')
  return faults
}

/**
 * Whether a certificate leads to a trusted root, as of a moment.
 * @param known certificates that came along, trusted for nothing by themselves
 */
export function certificatePath(
  leaf: Certificate,
  known: Certificate[],
  roots: Certificate[],
  at: Date,
): CertificatePath {
  const path = findPath(leaf, known, roots)
  return path ? { path, faults: pathFaults(path, at) } : { path: [leaf], faults: ['untrusted'] }
}
