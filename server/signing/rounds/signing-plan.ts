import canonicalize from 'canonicalize'
import type { SigningPage } from '#editor/core/signing-page.ts'
import type { EmbeddedFile } from '#editor/pdf/draw/embed-files.ts'
import { sha256Hex } from '../../sha256.ts'
import type { PadesLevel } from '../pades/signing-wish.ts'
import { sv } from '../sv.ts'

export interface SigningPlan {
  report: { id: string; title: string; diaryNumber: string | null }
  /** The resolved report as it was stored when the report was locked. */
  stored: string
  page: SigningPage
  order: 'sequence' | 'parallel'
  level: PadesLevel
  startedBy: { name: string; title: string }
  startedAt: Date
}

/**
 * What is known of a round when its file is made, as the file itself carries it: who is to sign it, as what, in which
 * order and at which level. So it lies under every signature, and one who has the file alone can tell that a signature is
 * missing. What each signature rests on comes later, and stands in the signature and in the evidence. No person number
 * and no subject of a login: a signed file is often public. The same plan gives the same bytes (RFC 8785).
 */
export function signingPlanFile({
  report,
  stored,
  page,
  order,
  level,
  startedBy,
  startedAt,
}: SigningPlan): EmbeddedFile {
  const { version, code, verifyUrl, signers } = page
  const text = canonicalize({
    format: 'samskrift-signing-plan-1',
    report: { ...report, version, sha256: sha256Hex(stored) },
    round: { code, verifyUrl, order, level, startedAt: startedAt.toISOString(), startedBy },
    signers: signers.map(({ field, name, title, capacity }, at) => ({
      position: at + 1,
      field,
      name,
      title,
      capacity,
    })),
  })
  if (text === undefined) throw new TypeError('a plan for signatures is always JSON')
  return {
    name: 'underskrifter.json',
    mediaType: 'application/json',
    relationship: 'Data',
    description: sv.plan,
    bytes: new TextEncoder().encode(text),
  }
}
