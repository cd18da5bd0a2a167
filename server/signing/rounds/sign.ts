import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { organisation } from '#db/schema/organisation.ts'
import {
  type Authentication,
  signedFile,
  signer as signerTable,
  signingEvent,
  signingRound,
} from '#db/schema/signing.ts'
import { isSamskriftError } from '../../errors.ts'
import { log } from '../../log.ts'
import type { Actor } from '../../policies/actor.ts'
import type { Services } from '../../services.ts'
import { FileMovedError, NotSeenError, SigningNotSetUpError } from '../errors.ts'
import type { KeyProvider, SigningIdentity } from '../keys/key-provider.ts'
import type { KeyAnswers } from '../keys/key-question.ts'
import type { SignedPdf } from '../pades/signing-wish.ts'
import type { RequestFacts } from '../request-facts.ts'
import type { Signing, SigningRequest } from '../signing.ts'
import { findOwnTurn, type OwnTurn } from './find-own-turn.ts'
import { latestFile, type SignerRow } from './find-round.ts'
import { readAnswers } from './key-questions.ts'
import { recordEvent } from './record-event.ts'
import { requireStepUp } from './step-up.ts'

export interface SignWish {
  roundId: string
  /** SHA-256 of the file that the signer was shown, lower-case hex. */
  sha256: string
  /** Authentication context class that is asked for; null where any will do. */
  acr: string | null
  facts: RequestFacts
  /** What the person entered for the key, by the id of the question; as it came. Kept nowhere. */
  answers?: unknown
}

/**
 * What was shown must be this round's, as it is now or before others signed in the meantime; and the signer must have
 * fetched it.
 * @throws FileMovedError, NotSeenError
 */
async function requireSeen(tx: Tx, { id, roundId }: SignerRow, sha256: string): Promise<void> {
  const [shown] = await tx
    .select({ id: signedFile.id })
    .from(signedFile)
    .where(and(eq(signedFile.roundId, roundId), eq(signedFile.sha256, sha256)))
  if (!shown) throw new FileMovedError(sha256)
  const [seen] = await tx
    .select({ id: signingEvent.id })
    .from(signingEvent)
    .where(and(eq(signingEvent.signerId, id), eq(signingEvent.kind, 'seen')))
    .limit(1)
  if (!seen) throw new NotSeenError(id)
}

async function identityOf(
  tx: Tx,
  actor: Actor,
  { capacity }: SignerRow,
  authentication: Authentication,
): Promise<SigningIdentity> {
  const [own] = await tx
    .select({ name: organisation.name })
    .from(organisation)
    .where(eq(organisation.id, actor.organisationId))
  return {
    userId: actor.id,
    name: actor.name,
    title: actor.title,
    capacity,
    organisation: own?.name ?? '',
    authentication,
  }
}

/** Why a key or a service failed is for whoever runs the server; who signs is told what to do. */
async function signByKey(
  signing: Signing,
  request: Omit<SigningRequest, 'key' | 'provider'> & { provider: KeyProvider; answers: KeyAnswers },
): Promise<SignedPdf> {
  const { answers, ...order } = request
  try {
    const key = await order.provider.open(order.identity, answers)
    try {
      return await signing.signPdf({ ...order, key })
    } finally {
      await key.close()
    }
  } catch (error) {
    log.warn({ err: error }, 'a signature failed')
    throw error
  }
}

async function addSignature(
  tx: Tx,
  actor: Actor,
  turn: OwnTurn,
  { signing, provider, wish, now }: { signing: Signing; provider: KeyProvider; wish: SignWish; now: Date },
): Promise<void> {
  const { report, round, signers, signer } = turn
  const { acr, facts } = wish
  const authentication = await requireStepUp(tx, actor.id, facts.authentication, { acr, since: round.startedAt, now })
  await requireSeen(tx, signer, wish.sha256)
  const before = await latestFile(tx, round.id)
  const identity = await identityOf(tx, actor, signer, authentication)
  const signed = await signByKey(signing, {
    bytes: before.bytes,
    field: signer.field,
    identity,
    place: { diaryNumber: report.diaryNumber, reportTitle: report.title, organisation: identity.organisation },
    provider,
    answers: readAnswers(wish.answers ?? {}),
    level: round.level,
    at: now,
  })
  const { sha256 } = signed
  await tx.insert(signedFile).values({
    roundId: round.id,
    revision: before.revision + 1,
    bytes: signed.bytes,
    sha256,
  })
  await tx.update(signerTable).set({ state: 'signed', decidedAt: now }).where(eq(signerTable.id, signer.id))
  const event = { reportId: round.reportId, version: round.version, roundId: round.id, ip: facts.ip }
  await recordEvent(tx, {
    ...event,
    signerId: signer.id,
    kind: 'signed',
    userId: actor.id,
    authentication,
    hashBefore: before.sha256,
    hashAfter: sha256,
    signature: signed.facts,
  })
  if (signers.some(other => other.id !== signer.id && other.state !== 'signed')) return
  await tx.update(signingRound).set({ state: 'signed', endedAt: now }).where(eq(signingRound.id, round.id))
  await recordEvent(tx, { ...event, ip: null, kind: 'completed', hashAfter: sha256 })
}

/**
 * Adds the actor's signature to the file. What fails leaves the round as it was, and is kept in the evidence.
 * @throws NotFoundError, RoundOverError, NotYourTurnError, StepUpNeededError, FileMovedError, NotSeenError,
 *   SigningNotSetUpError, InvalidInputError (`answers`),
 *   and what the key and the time stamp throw (../errors.ts)
 */
export async function sign(
  { db, signing }: Pick<Services, 'db' | 'signing'>,
  actor: Actor,
  wish: SignWish,
): Promise<void> {
  const { provider } = signing
  if (!provider) throw new SigningNotSetUpError()
  let turn: OwnTurn | null = null
  try {
    await db.transaction(async tx => {
      turn = await findOwnTurn(tx, actor, wish.roundId)
      await addSignature(tx, actor, turn, { signing, provider, wish, now: new Date() })
    })
  } catch (error) {
    const stopped = turn as OwnTurn | null
    if (stopped)
      await recordEvent(db, {
        reportId: stopped.round.reportId,
        version: stopped.round.version,
        roundId: stopped.round.id,
        signerId: stopped.signer.id,
        kind: 'failed',
        userId: actor.id,
        ip: wish.facts.ip,
        authentication: wish.facts.authentication,
        errorCode: isSamskriftError(error) ? error.code : 'unforeseen',
      })
    throw error
  }
}
