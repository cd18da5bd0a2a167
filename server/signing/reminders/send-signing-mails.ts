import { aliasedTable, and, eq, type SQL } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { report } from '#db/schema/report.ts'
import { signer, signingRound } from '#db/schema/signing.ts'
import { appUser } from '#db/schema/user.ts'
import { loggableError } from '../../documents/loggable-error.ts'
import { log } from '../../log.ts'
import { settingsUrl } from '../../reminders/compose-mail.ts'
import type { Sending } from '../../reminders/send-reminders.ts'
import { whoseTurn } from '../rounds/turn.ts'
import { composeSigningMail } from './compose-signing-mail.ts'
import { isDue } from './signer-due.ts'

const starter = aliasedTable(appUser, 'starter')

/** Everybody whose turn it is in an open round and who takes mail. */
export async function askedSigners(db: Db | Tx, where: SQL | undefined) {
  const rows = await db
    .select({ signer, round: signingRound, person: appUser, title: report.title, startedBy: starter.name })
    .from(signer)
    .innerJoin(signingRound, eq(signingRound.id, signer.roundId))
    .innerJoin(report, eq(report.id, signingRound.reportId))
    .innerJoin(appUser, eq(appUser.id, signer.userId))
    .innerJoin(starter, eq(starter.id, signingRound.startedBy))
    .where(and(where, eq(signingRound.state, 'open')))
  return rows.filter(({ signer: own, round, person }) => {
    const all = rows.flatMap(row => (row.round.id === round.id ? [row.signer] : []))
    return whoseTurn(round.order, all).includes(own) && person.active && person.wantsReminders && person.email
  })
}

type Asked = Awaited<ReturnType<typeof askedSigners>>[number]

/** @returns whether a mail went: another node may have sent it, or the person has decided meanwhile */
async function send(tx: Tx, { signer: known, round, person, title, startedBy }: Asked, sending: Sending) {
  const { mailer, publicUrl, now } = sending
  const [held] = await tx
    .select()
    .from(signer)
    .where(and(eq(signer.id, known.id), eq(signer.state, 'waiting')))
    .for('update', { skipLocked: true })
  if (!held || !person.email || !isDue({ ...held, deadline: round.deadline }, now)) return false
  const again = held.toldAt !== null
  const { deadline, message } = round
  const asked = { name: person.name, roundId: round.id, title, capacity: held.capacity, startedBy, deadline, message }
  await mailer.send({
    ...composeSigningMail({ ...asked, again }, publicUrl),
    to: { name: person.name, address: person.email },
    unsubscribe: settingsUrl(publicUrl),
  })
  // Killed between here and the COMMIT, the person gets the mail twice; the other way round it would be lost.
  await tx
    .update(signer)
    .set(again ? { remindedAt: now } : { toldAt: now })
    .where(eq(signer.id, held.id))
  return true
}

/**
 * Tells everybody that it is their turn to sign, and reminds them. Two nodes at once send each mail once; what fails
 * is tried again after growing pauses and logged the first time.
 * @returns how many mails went
 */
export async function sendSigningMails(sending: Sending): Promise<number> {
  const { db, pauses, now } = sending
  const asked = await askedSigners(db, undefined)
  let sent = 0
  for (const one of asked) {
    const key = `signer ${one.signer.id}`
    const due = isDue({ ...one.signer, deadline: one.round.deadline }, now)
    if (!due || !pauses.isOver(key, now.getTime())) continue
    try {
      if (await db.transaction(tx => send(tx, one, sending))) sent += 1
      pauses.worked(key)
    } catch (error) {
      if (pauses.failed(key, now.getTime()))
        log.error({ error: loggableError(error), signerId: one.signer.id }, 'a signer could not be told, tried again')
    }
  }
  return sent
}
