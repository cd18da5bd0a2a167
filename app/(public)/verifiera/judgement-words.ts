import type { Tone } from '#editor/ui/tone.ts'
import type { Judgement } from '#server/signing/verify/judgement.ts'
import type { SignatureVerdict } from '#server/signing/verify/pdf-verdict.ts'
import { sv } from './sv.ts'

export interface Words {
  tone: Tone
  title: string
  /** What it means, and what to do. */
  text: string
}

const unforeseen = { title: '', text: '', ...sv.problems['verify-failed'] }

/** Words for the code of a VerifyError. That nobody could look is no fault of the file. */
export const problemWords = (code: string): Words => ({
  tone: ['verify-busy', 'verify-limit', 'verify-failed', 'too-many-files', 'no-answer'].includes(code) ? 'warn' : 'bad',
  ...(sv.problems[code] ?? unforeseen),
})

/** The whole judgement in a sentence or two. */
export function judgementWords({ kind, count, issued, problem }: Judgement): Words {
  const expected = issued?.expected ?? 0
  switch (kind) {
    case 'finished':
      return issued?.test
        ? { tone: 'warn', ...sv.finishedTest(count, expected) }
        : { tone: 'good', ...sv.finished(count, expected) }
    case 'signatures-missing':
      return { tone: 'bad', ...sv.missing(count, expected) }
    case 'foreign':
      return { tone: 'info', ...sv.foreign(count) }
    case 'foreign-untrusted':
      return { tone: 'warn', ...sv.foreignUntrusted(count) }
    case 'unfinished':
      return { tone: 'warn', ...sv.kinds.unfinished }
    case 'unreadable':
      return problemWords(problem ?? 'verify-failed')
    default:
      return { tone: 'bad', ...sv.kinds[kind] }
  }
}

/** Everything that is wrong with a signature, in words. */
export const faultsOf = ({ integrity, trust, changes }: SignatureVerdict): string[] => [
  ...integrity.map(one => sv.integrity[one]),
  ...trust.map(one => sv.trust[one]),
  ...changes.map(one => sv.changes[one]),
]

const MOMENT = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Stockholm' })
const DAY = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'Europe/Stockholm' })

/** @param iso ISO 8601 instant */
export const moment = (iso: string): string => MOMENT.format(new Date(iso))
export const day = (iso: string): string => DAY.format(new Date(iso))
