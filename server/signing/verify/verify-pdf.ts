import { readByteRange } from './byte-range.ts'
import { compareRevisions } from './changes/compare-revisions.ts'
import { type CheckedSignature, checkDocumentTimestamp, checkPlainSignature, isTimestamp } from './check-signature.ts'
import type { Certificate } from './cms/certificate.ts'
import { readCertificate } from './cms/certificate.ts'
import { describeSignature } from './describe-signature.ts'
import { type Evidence, readEvidence } from './evidence.ts'
import { findSignatures } from './find-signatures.ts'
import { Inflater } from './pdf/inflate.ts'
import { PdfRevision } from './pdf/pdf-revision.ts'
import type { PdfVerdict, SignatureVerdict } from './pdf-verdict.ts'
import { reachedLevel } from './reached-level.ts'
import { DamagedPdfError, FileTooLargeError, NoSignaturesError } from './verify-errors.ts'

export const MAX_FILE = 50 * 2 ** 20

export interface Trust {
  /** DER certificates that a path must end in. */
  roots: Uint8Array[]
  /** Those that a time stamp may end in as well, and nothing else. */
  timestampRoots?: Uint8Array[]
}

const read = (certificates: Uint8Array[]): Certificate[] =>
  certificates.map(readCertificate).filter((one): one is Certificate => one !== null)

interface Placed {
  checked: CheckedSignature
  /** The document as it was when this was signed; null where that cannot be told. */
  revision: PdfRevision | null
  evidence: Evidence
}

const NOTHING: Evidence = { certificates: [], ocsps: [], crls: [] }

/** The state that ends where the signature's cover does, if it is that signature's: it stands there as it stands now. */
function revisionOf(checked: CheckedSignature, bytes: Uint8Array, inflater: Inflater): PdfRevision | null {
  if (checked.end === null) return null
  try {
    const revision = new PdfRevision(bytes.subarray(0, checked.end), inflater)
    const { num, offset, field } = checked.found
    const stood = findSignatures(revision).some(one => one.num === num && one.offset === offset && one.field === field)
    return stood && revision.end === checked.end ? revision : null
  } catch (error) {
    if (error instanceof DamagedPdfError) return null
    throw error
  }
}

function place(checked: CheckedSignature, bytes: Uint8Array, inflater: Inflater): Placed {
  const revision = revisionOf(checked, bytes, inflater)
  if (!revision && checked.integrity.length === 0) checked.integrity.push('misplaced')
  return { checked, revision, evidence: revision ? readEvidence(revision, inflater) : NOTHING }
}

/** What was added between each signature and the next, and after the last one. */
function changesAfter(placed: Placed[], i: number, last: PdfRevision): SignatureVerdict['changes'] {
  const before = placed[i]?.revision
  const after = i + 1 < placed.length ? placed[i + 1]?.revision : last
  // A signature that covers nothing whole is refused already; what is around it cannot be told.
  if (!before || !after) return before ? ['unclear'] : []
  return after.end === before.end ? [] : compareRevisions(before, after)
}

/**
 * Checks every signature and document time stamp of a file, and what was done to the file after each (ISO 32000-1, 12.8;
 * ETSI EN 319 142-1; EN 319 102-1 in what it says of the basic and long-term cases). Knows nothing of who issued it.
 * Synchronous work of up to some seconds for a large file: call it in a process of its own.
 * @throws NotPdfError, DamagedPdfError, PasswordProtectedError, FileTooLargeError, InflationLimitError, NoSignaturesError
 */
export function verifyPdf(bytes: Uint8Array, trust: Trust): PdfVerdict {
  if (bytes.length > MAX_FILE) throw new FileTooLargeError(`${bytes.length} bytes`)
  const inflater = new Inflater()
  const last = new PdfRevision(bytes, inflater)
  const found = findSignatures(last)
  if (found.length === 0) throw new NoSignaturesError('no signature')
  const roots = read(trust.roots)
  const timestampRoots = [...roots, ...read(trust.timestampRoots ?? [])]
  const evidence = readEvidence(last, inflater)
  const placed = found
    .map(one => {
      const covered = readByteRange(one, bytes)
      const context = { found: one, covered, roots, timestampRoots, known: evidence.certificates }
      return isTimestamp(one.dict) ? checkDocumentTimestamp(context) : checkPlainSignature(context)
    })
    .sort((a, b) => (a.end ?? 0) - (b.end ?? 0))
    .map(checked => place(checked, bytes, inflater))
  return {
    size: bytes.length,
    bytesAfterEnd: bytes.length - last.end,
    signatures: placed.map(({ checked }, i) => {
      const later = placed.slice(i + 1).map(one => ({ ...one.checked, evidence: one.evidence }))
      const level = reachedLevel(checked, later, evidence)
      return describeSignature(checked, level, changesAfter(placed, i, last))
    }),
  }
}
