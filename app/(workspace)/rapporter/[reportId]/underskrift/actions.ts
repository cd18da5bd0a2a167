'use server'

import { revalidatePath } from 'next/cache'
import { errorText } from '#app/error-text.ts'
import { requestFacts } from '#app/request-facts.ts'
import { requireActor } from '#app/session.ts'
import { readEnv } from '#server/env.ts'
import type { Actor } from '#server/policies/actor.ts'
import { services } from '#server/services.ts'
import { dispatchReport } from '#server/signing/dispatch-report.ts'
import { remindSigners } from '#server/signing/reminders/remind-signers.ts'
import { reopenReport } from '#server/signing/reopen-report.ts'
import { startRound } from '#server/signing/rounds/start-round.ts'
import { withdraw } from '#server/signing/rounds/withdraw.ts'
import { NOTHING, type SigningFormState } from './form-state.ts'
import { sv } from './sv.ts'

const pathOf = (reportId: string): string => `/rapporter/${reportId}/underskrift`

async function sent(
  reportId: string,
  problems: Record<string, string>,
  run: (actor: Actor) => Promise<unknown>,
): Promise<SigningFormState> {
  const actor = await requireActor(pathOf(reportId))
  try {
    await run(actor)
  } catch (error) {
    const { message, fields = {} } = errorText(error)
    const known = Object.keys(fields).filter(field => field in problems)
    return {
      ...NOTHING,
      problems: Object.fromEntries(known.map(field => [field, problems[field] ?? message])),
      problem: known.length ? null : message,
    }
  }
  revalidatePath(pathOf(reportId))
  return { ...NOTHING, saved: true }
}

export async function startAction(
  reportId: string,
  _before: SigningFormState,
  form: FormData,
): Promise<SigningFormState> {
  const capacities = form.getAll('capacity').map(String)
  const wish = {
    order: form.get('order'),
    signers: form.getAll('userId').map((userId, index) => ({ userId: String(userId), capacity: capacities[index] })),
    message: form.get('message'),
    deadline: form.get('deadline') || null,
  }
  return sent(reportId, sv.start.problems, async actor =>
    startRound(services(), actor, { reportId, wish, publicUrl: readEnv().publicUrl, facts: await requestFacts() }),
  )
}

export async function dispatchAction(
  reportId: string,
  _before: SigningFormState,
  form: FormData,
): Promise<SigningFormState> {
  const lines = String(form.get('recipients') ?? '').split('\n')
  const wish = {
    recipients: lines.map(line => line.trim()).filter(Boolean),
    sentOn: form.get('sentOn'),
    audience: form.get('audience'),
    note: form.get('note'),
  }
  return sent(reportId, sv.dispatch.problems, async actor =>
    dispatchReport(services(), actor, { reportId, wish, facts: await requestFacts() }),
  )
}

/** @returns Swedish: what went wrong; null when it is done */
async function act(reportId: string, run: (actor: Actor) => Promise<unknown>): Promise<string | null> {
  const { problem, problems } = await sent(reportId, { reason: sv.reason.missing }, run)
  return problem ?? problems.reason ?? null
}

export async function withdrawAction(reportId: string, roundId: string, reason: string): Promise<string | null> {
  return act(reportId, async actor => withdraw(services(), actor, { roundId, reason, facts: await requestFacts() }))
}

export async function reopenAction(reportId: string, reason: string): Promise<string | null> {
  return act(reportId, async actor =>
    reopenReport(services(), actor, { reportId, reason, facts: await requestFacts() }),
  )
}

/** @returns how many were reminded, or Swedish: what went wrong */
export async function remindAction(reportId: string, roundId: string): Promise<number | string> {
  const actor = await requireActor(pathOf(reportId))
  try {
    const count = await remindSigners(services(), actor, { roundId, env: readEnv() })
    revalidatePath(pathOf(reportId))
    return count
  } catch (error) {
    return errorText(error).message
  }
}
