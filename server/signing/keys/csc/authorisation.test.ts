import { beforeAll, expect, test } from 'vitest'
import type { SigningIdentity } from '../key-provider.ts'
import { type Issued, issueCertificate } from '../testing/issue-certificate.ts'
import { isWellSigned, signPdf } from '../testing/sign-pdf.ts'
import type { AuthObject } from './csc-answers.ts'
import { cscProvider } from './csc-keys.ts'
import type { ServiceWish } from './testing/csc-server.ts'
import { cscService } from './testing/csc-service.ts'

const identity = {} as SigningIdentity
const DATA = Buffer.from('attribut att skriva under')
const SECRET = '4711-hemlig'
const PIN: AuthObject = { type: 'Password', id: 'PIN', label: 'PIN-kod', format: 'N' }
const OTP: AuthObject = { type: 'ChallengeResponse', id: 'OTP', label: 'Engångskod', format: 'N' }
const ASKED: AuthObject = { type: 'ChallengeResponse', id: 'FRÅGA' }
const PHONE: AuthObject = { type: 'ChallengeResponseOOB', id: 'APP' }

let key: Issued
beforeAll(async () => {
  key = await issueCertificate({ name: 'Sigill', kind: 'P-256' })
})

async function credential(objects: AuthObject[], entered: Record<string, string>, more: Partial<ServiceWish> = {}) {
  const { settings, asked } = await cscService({
    key,
    described: { objects, expression: objects.map(({ id }) => id).join(' AND ') },
    entered,
    ...more,
  })
  const provider = cscProvider(settings)
  const sign = async (answers: Record<string, string>): Promise<Uint8Array> => {
    const { signer, close } = await provider.open(identity, new Map(Object.entries(answers)))
    try {
      return await signer.sign(DATA, 'SHA-256')
    } finally {
      await close()
    }
  }
  return { provider, sign, asked, authorised: () => asked.filter(name => name === 'credentials/authorize').length }
}

const errorOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

test('a PIN is asked for, goes with one signature, and a wrong one is refused at once', async () => {
  const { provider, sign, authorised } = await credential([PIN], { PIN: SECRET })
  expect(await provider.questions?.()).toEqual([{ id: 'PIN', label: 'PIN-kod', digits: true, isSent: false }])
  const { signer } = await provider.open(identity, new Map([['PIN', SECRET]]))
  expect(await isWellSigned(await signPdf(signer))).toBe(true)
  expect(authorised()).toBe(1)

  const error = await errorOf(sign({ PIN: 'fel-4711' }))
  expect(error).toMatchObject({ code: 'key-answers-refused' })
  expect(authorised()).toBe(2)
  // The service quoted what it was sent; neither the error nor what caused it does.
  const { stack, cause } = error as Error
  for (const text of [String(error), stack, JSON.stringify(error), String(cause)]) expect(text).not.toContain('4711')
  expect((await sign({ PIN: SECRET })).length).toBeGreaterThan(60)
})

test('a PIN that was not entered reaches no service, and one that is locked says so', async () => {
  const { sign, authorised } = await credential([PIN], { PIN: SECRET })
  for (const answers of [{}, { PIN: '' }, { OTP: SECRET }])
    expect(await errorOf(sign(answers as Record<string, string>))).toMatchObject({ code: 'key-answers-missing' })
  expect(authorised()).toBe(0)
  for (const code of ['key-answers-refused', 'key-answers-refused', 'key-answers-refused', 'key-locked', 'key-locked'])
    expect(await errorOf(sign({ PIN: 'fel' }))).toMatchObject({ code })
  expect(await errorOf(sign({ PIN: SECRET }))).toMatchObject({ code: 'key-locked' })
})

test('a code is sent first, or a question asked, and both go with the PIN', async () => {
  const { provider, sign, asked } = await credential([PIN, OTP, ASKED], { PIN: SECRET, OTP: '123456', FRÅGA: 'Misse' })
  expect((await provider.questions?.())?.map(({ id, isSent, label }) => [id, isSent, label])).toEqual([
    ['PIN', false, 'PIN-kod'],
    ['OTP', true, 'Engångskod'],
    ['FRÅGA', true, 'FRÅGA'],
  ])
  expect(await provider.challenge?.('OTP')).toBeNull()
  expect(await provider.challenge?.('FRÅGA')).toBe('Vad heter din första katt?')
  expect(await errorOf(provider.challenge?.('PIN') ?? Promise.resolve())).toMatchObject({ code: 'key-unavailable' })
  expect(asked.filter(name => name === 'credentials/getChallenge')).toHaveLength(3)
  expect(await errorOf(sign({ PIN: SECRET, OTP: '654321', FRÅGA: 'Misse' }))).toMatchObject({
    code: 'key-answers-refused',
  })
  expect((await sign({ PIN: SECRET, OTP: '123456', FRÅGA: 'Misse' })).length).toBeGreaterThan(60)
})

test('what the service asks for on the person’s phone is waited for, and asked for nowhere else', async () => {
  const { provider, sign, asked } = await credential([PHONE], {}, { asynchronous: true })
  expect(await provider.questions?.()).toEqual([])
  expect((await sign({})).length).toBeGreaterThan(60)
  expect(asked).toContain('credentials/authorizeCheck')
})

test('what was entered is not sent a second time for an activation that was too old', async () => {
  const { sign, authorised } = await credential(
    [PIN],
    { PIN: SECRET },
    { instead: method => (method === 'signatures/signHash' ? [400, 'invalid_request', 'SAD expired'] : null) },
  )
  expect(await errorOf(sign({ PIN: SECRET }))).toMatchObject({ code: 'key-unavailable' })
  expect(authorised()).toBe(1)
})

test('a sign-in at the service is refused, and so is what may be chosen', async () => {
  for (const described of [{ mode: 'oauth2code' }, { objects: [PIN, OTP], expression: 'PIN OR OTP' }]) {
    const { provider } = await credential([], {}, { described })
    expect(await errorOf(provider.questions?.() ?? Promise.resolve())).toMatchObject({ code: 'key-unavailable' })
  }
})
