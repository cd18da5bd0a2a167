import { asc, desc, eq } from 'drizzle-orm'
import { board } from '#db/schema/organisation.ts'
import { dispatch, signingEvent } from '#db/schema/signing.ts'
import { appUser } from '#db/schema/user.ts'
import type { Template } from '#templates/template.ts'
import type { Actor } from '../policies/actor.ts'
import { can } from '../policies/can.ts'
import { findReport } from '../reports/find-report.ts'
import { loadTemplate } from '../reports/load-template.ts'
import type { Services } from '../services.ts'
import type { KeyFault } from './keys/key-fault.ts'
import { asCandidates, type Candidate, possibleSigners } from './rounds/candidates.ts'
import { type ProposedSigner, proposeSigners } from './rounds/propose-signers.ts'
import { type RoundView, readRounds } from './rounds/read-rounds.ts'
import { signersKnown } from './rounds/signers-known.ts'

export interface EventView {
  id: number
  kind: (typeof signingEvent.$inferSelect)['kind']
  version: number
  at: Date
  /** Null for what the server did by itself. */
  by: string | null
  reason: string | null
  errorCode: string | null
  hashAfter: string | null
}

export interface DispatchView {
  id: string
  version: number
  audience: 'internal' | 'public'
  recipients: string[]
  /** ISO date. */
  sentOn: string
  note: string | null
  by: string
}

export interface SigningView {
  report: {
    id: string
    title: string
    version: number
    diaryNumber: string | null
    board: string
    lockedAt: Date | null
  }
  may: { circulate: boolean; reopen: boolean; dispatch: boolean; archive: boolean }
  /** The key that signs; null where none is set up. */
  key: { test: boolean; fault: KeyFault | null } | null
  /** How the document type is signed and who is likely to. */
  proposal: { order: Template['signing']['order']; signers: ProposedSigner[] }
  /** Who the template sends its decision to. */
  recipients: string[]
  candidates: Candidate[]
  rounds: RoundView[]
  dispatches: DispatchView[]
  /** The evidence in short, the newest first. */
  events: EventView[]
}

const DEFAULT_SIGNING: Template['signing'] = { order: 'sequence', capacities: ['Föredragande', 'Förvaltningschef'] }

/** Everything about signing and sending one report. @throws NotFoundError */
export async function readSigning(
  { db, signing }: Pick<Services, 'db' | 'signing'>,
  actor: Actor,
  reportId: string,
): Promise<SigningView> {
  const row = await findReport(db, actor, reportId, 'report.read')
  const [template, people, rounds, dispatches, events, place] = await Promise.all([
    loadTemplate(db, row),
    possibleSigners(db, row),
    readRounds(db, reportId),
    db
      .select({ dispatch, by: appUser.name })
      .from(dispatch)
      .innerJoin(appUser, eq(appUser.id, dispatch.by))
      .where(eq(dispatch.reportId, reportId))
      .orderBy(desc(dispatch.at)),
    db
      .select({ event: signingEvent, by: appUser.name })
      .from(signingEvent)
      .leftJoin(appUser, eq(appUser.id, signingEvent.userId))
      .where(eq(signingEvent.reportId, reportId))
      .orderBy(desc(signingEvent.id)),
    db.select({ name: board.name }).from(board).where(eq(board.id, row.boardId)).orderBy(asc(board.name)),
  ])
  const { id, title, version, diaryNumber, lockedAt } = row
  const { order, capacities } = template?.signing ?? DEFAULT_SIGNING
  const known = await signersKnown(db, row, capacities)
  return {
    report: { id, title, version, diaryNumber, lockedAt, board: place[0]?.name ?? '' },
    may: {
      circulate: can(actor, 'report.circulate', row),
      reopen: can(actor, 'report.reopen', row),
      dispatch: can(actor, 'report.dispatch', row),
      archive: can(actor, 'report.archive', row),
    },
    key: signing.provider && { test: signing.provider.test, fault: await signing.keyFault() },
    proposal: { order, signers: proposeSigners(capacities, people, known) },
    recipients: template?.recipients ?? [],
    candidates: asCandidates(people),
    rounds,
    dispatches: dispatches.map(({ dispatch: sent, by }) => ({ ...sent, by })),
    events: events.map(({ event, by }) => ({ ...event, by })),
  }
}
