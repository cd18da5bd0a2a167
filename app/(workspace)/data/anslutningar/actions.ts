'use server'

import { revalidatePath } from 'next/cache'
import { errorText } from '#app/error-text.ts'
import { requireActor } from '#app/session.ts'
import type { FormAnswer } from '#app/ui/form-answer.ts'
import { makeToken } from '#server/api-tokens/make-token.ts'
import { revokeToken } from '#server/api-tokens/revoke-token.ts'
import { readEnv } from '#server/env.ts'
import { services } from '#server/services.ts'
import { addWebhook } from '#server/webhooks/add-webhook.ts'
import { resendDelivery } from '#server/webhooks/resend.ts'
import { revokeWebhook } from '#server/webhooks/revoke-webhook.ts'
import { sv } from './sv.ts'

const PAGE = '/data/anslutningar'

export interface MakeState extends FormAnswer {
  /** Shown this once. */
  made: { name: string; secret: string } | null
}

const failed = (error: unknown, explain: (field: string, code: string) => string | undefined) => {
  const { message, fields = {} } = errorText(error)
  const problems = Object.fromEntries(
    Object.entries(fields).map(([field, code]) => [field, explain(field, code) ?? message]),
  )
  return { made: null, problems, problem: Object.keys(problems).length ? null : message }
}

export async function makeTokenAction(_before: MakeState, form: FormData): Promise<MakeState> {
  const actor = await requireActor(PAGE)
  const name = String(form.get('name') ?? '').trim()
  const days = String(form.get('days') ?? '')
  const scopes = form.getAll('scopes').map(String)
  try {
    const { secret } = await makeToken(services(), actor, {
      name,
      scopes,
      days: days === '' ? null : Number(days),
    })
    revalidatePath(PAGE)
    return { made: { name, secret }, problems: {}, problem: null }
  } catch (error) {
    return failed(error, field => sv.newToken.problems[field])
  }
}

export async function addWebhookAction(_before: MakeState, form: FormData): Promise<MakeState> {
  const actor = await requireActor(PAGE)
  const url = String(form.get('url') ?? '').trim()
  try {
    const { demo, WEBHOOK_PRIVATE_HOSTS } = readEnv()
    const reach = { allowLoopback: demo, privateHosts: WEBHOOK_PRIVATE_HOSTS }
    const { secret } = await addWebhook(services(), actor, url, reach)
    revalidatePath(PAGE)
    return { made: { name: url, secret }, problems: {}, problem: null }
  } catch (error) {
    return failed(error, (_field, code) => sv.webhooks.problems[code])
  }
}

/** @returns Swedish: what went wrong; null when it is done */
async function act(run: (actor: Awaited<ReturnType<typeof requireActor>>) => Promise<void>): Promise<string | null> {
  const actor = await requireActor(PAGE)
  try {
    await run(actor)
  } catch (error) {
    return errorText(error).message
  }
  revalidatePath(PAGE)
  return null
}

export async function revokeTokenAction(tokenId: string): Promise<string | null> {
  return act(actor => revokeToken(services(), actor, tokenId))
}

export async function revokeWebhookAction(webhookId: string): Promise<string | null> {
  return act(actor => revokeWebhook(services(), actor, webhookId))
}

export async function resendAction(deliveryId: number): Promise<string | null> {
  return act(actor => resendDelivery(services(), actor, deliveryId))
}
