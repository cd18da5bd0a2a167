import { sha256Hex } from '../../../sha256.ts'
import { canonicalText } from '../../sources/source-files.ts'
import { sampleReport } from '../../testing/sample-report.ts'
import type { ArchiveFacts } from '../archive-facts.ts'
import type { ArchiveContents } from '../make-archive-package.ts'

const karin = { id: '0b6a2f4e-0c4f-4d2e-9a3c-1f5b7a9d0001', name: 'Karin Ek', title: 'MAS' }
const olle = { id: '0b6a2f4e-0c4f-4d2e-9a3c-1f5b7a9d0002', name: 'Olle Å. <Berg> & Söner', title: 'Ordförande' }
const HASH = 'ab'.repeat(32)

const event = (id: number, kind: string, at: string, more: Partial<ArchiveFacts['events'][number]> = {}) => ({
  id,
  kind,
  at,
  person: karin,
  round: 'K7P2-99XA',
  ip: '192.0.2.7',
  authentication: null,
  hashBefore: null,
  hashAfter: null,
  signature: null,
  reason: null,
  errorCode: null,
  ...more,
})

/** A version that two have signed, and that was sent out; with signs in the names that XML has uses of its own for. */
export function sampleFacts(stored: string): ArchiveFacts {
  return {
    version: 2,
    locked: { at: '2024-01-24T08:15:00.000Z', by: karin, sha256: sha256Hex(Buffer.from(stored)) },
    history: {
      state: { bytes: 1234, sha256: HASH },
      log: { rows: 3, firstSeq: 11, lastSeq: 19, sha256: HASH },
    },
    signed: {
      bytes: Buffer.from('%PDF-1.7 signed'),
      sha256: sha256Hex(Buffer.from('%PDF-1.7 signed')),
      at: '2024-01-25T10:00:00.000Z',
      code: 'K7P2-99XA',
      level: 'B-LT',
    },
    rounds: [
      {
        code: 'K7P2-99XA',
        order: 'sequence',
        level: 'B-LT',
        expected: 2,
        state: 'signed',
        startedAt: '2024-01-24T09:00:00.000Z',
        startedBy: karin,
        endedAt: '2024-01-25T10:00:00.000Z',
        signers: [
          { ...karin, capacity: 'Föredragande', state: 'signed', decidedAt: '2024-01-24T10:00:00.000Z' },
          { ...olle, capacity: 'Ordförande', state: 'signed', decidedAt: '2024-01-25T10:00:00.000Z' },
        ],
      },
    ],
    events: [
      event(1, 'started', '2024-01-24T09:00:00.000Z'),
      event(2, 'signed', '2024-01-24T10:00:00.000Z', { hashBefore: HASH, hashAfter: HASH }),
      event(3, 'failed', '2024-01-25T09:59:00.000Z', { person: olle, errorCode: 'key-unavailable' }),
      event(4, 'signed', '2024-01-25T10:00:00.000Z', { person: olle, hashBefore: HASH, hashAfter: HASH }),
      event(5, 'completed', '2024-01-25T10:00:00.000Z', { person: null }),
    ],
    dispatches: [
      {
        sentOn: '2024-01-26',
        at: '2024-01-26T12:00:00.000Z',
        by: karin,
        audience: 'internal',
        recipients: ['IVO', 'Kommunens revisorer'],
        sha256: HASH,
        note: 'Med post\u0007 & "bud"',
      },
    ],
  }
}

export function sampleContents(): ArchiveContents {
  const { resolved, images } = sampleReport()
  resolved.organisation = { ...resolved.organisation, name: 'Exempelkommun & <bolag>', number: '212000-9994' }
  resolved.report.template.name = 'Patientsäkerhetsberättelse <vård & omsorg>'
  resolved.report.status = 'locked'
  resolved.report.version = 2
  resolved.report.title = 'Patientsäkerhetsberättelse 2023 <Vård & "omsorg">'
  const stored = canonicalText(resolved)
  return {
    resolved,
    stored,
    images,
    facts: sampleFacts(stored),
    pdf: Buffer.from('%PDF-1.7 made now'),
    html: '<!doctype html><html lang="sv"><title>Rapport</title></html>',
  }
}

/** Nothing was signed or sent, and nobody was asked to. */
export function unsigned({ facts }: ArchiveContents): void {
  facts.signed = null
  facts.rounds = []
  facts.events = []
  facts.dispatches = []
}
