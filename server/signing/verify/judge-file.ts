import type { Db } from '#db/client.ts'
import { type FileHashes, hashFile } from './file-hashes.ts'
import type { IssuedFile } from './issued.ts'
import type { Judgement, JudgementKind } from './judgement.ts'
import { isTrusted, isWhole, type PdfVerdict, signaturesOf } from './pdf-verdict.ts'
import { type IssuedMatch, issuedByCode, issuedByHash } from './read-issued.ts'
import { VerifyError } from './verify-errors.ts'

interface Verifies {
  verify(bytes: Uint8Array): Promise<PdfVerdict>
}

interface Seen {
  verdict: PdfVerdict | null
  problem: string | null
}

async function look(verifier: Verifies, bytes: Uint8Array): Promise<Seen> {
  try {
    return { verdict: await verifier.verify(bytes), problem: null }
  } catch (error) {
    if (error instanceof VerifyError) return { verdict: null, problem: error.code }
    throw error
  }
}

/** That the check could not be made says nothing of the file. */
const NOT_CHECKED = new Set(['verify-busy', 'verify-limit', 'verify-failed'])

/** By itself: whether its signatures hold, and whose they are. */
function kindAlone({ verdict, problem }: Seen): JudgementKind {
  if (!verdict || problem) return 'unreadable'
  if (!isWhole(verdict)) return 'altered'
  return isTrusted(verdict) ? 'foreign' : 'foreign-untrusted'
}

/** The finished file's signatures were checked when they were made; they must hold still. */
const kindOfFinished = ({ verdict }: Seen): JudgementKind => (verdict && isWhole(verdict) ? 'finished' : 'altered')

function kindOfExact({ issued, revision, expected }: IssuedMatch, seen: Seen): JudgementKind {
  if (issued.state === 'unfinished') return 'unfinished'
  if (revision < expected) return 'signatures-missing'
  return seen.problem ? 'unreadable' : kindOfFinished(seen)
}

async function findMatch(
  db: Db,
  { whole, beginnings }: FileHashes,
): Promise<{ match: IssuedMatch; isExact: boolean } | null> {
  const [exact] = await issuedByHash(db, [whole])
  if (exact) return { match: exact, isExact: true }
  const found = await issuedByHash(db, beginnings)
  // The beginning that reaches furthest is what somebody added to.
  const match = beginnings.map(hash => found.find(one => one.sha256 === hash)).find(one => one !== undefined)
  return match ? { match, isExact: false } : null
}

/**
 * What a file is: compared with what was issued, byte for byte where it can be, and judged by its own signatures.
 * Nothing of it is kept.
 * @param code of the page that the file was given to; null where it was given to none
 */
export async function judgeFile(
  { db, verifier }: { db: Db; verifier: Verifies },
  bytes: Uint8Array,
  code: string | null,
): Promise<Judgement> {
  const hashes = hashFile(bytes)
  const [seen, found] = await Promise.all([look(verifier, bytes), findMatch(db, hashes)])
  const judged = (kind: JudgementKind, issued: IssuedFile | null): Judgement => ({
    kind,
    sha256: hashes.whole,
    count: seen.verdict ? signaturesOf(seen.verdict).length : 0,
    issued,
    ...seen,
  })
  if (seen.problem && NOT_CHECKED.has(seen.problem)) return judged('unreadable', null)
  if (found) {
    const { match, isExact } = found
    const issued = match.issued.state === 'finished' ? match.issued.file : null
    const kind = isExact ? kindOfExact(match, seen) : 'added-to'
    // Who has signed so far is nobody's business until all have.
    return match.issued.state === 'finished'
      ? judged(kind, issued)
      : { ...judged(kind === 'added-to' ? 'added-to' : 'unfinished', null), verdict: null, problem: null }
  }
  const known = code === null ? null : await issuedByCode(db, code)
  if (!known) return judged(kindAlone(seen), null)
  return judged('other-file', known.state === 'finished' ? known.file : null)
}
