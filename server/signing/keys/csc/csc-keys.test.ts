import type { ServerResponse } from 'node:http'
import { beforeAll, describe, expect, test } from 'vitest'
import { readEnv } from '../../../env.ts'
import type { SigningIdentity } from '../key-provider.ts'
import { type Issued, issueCertificate } from '../testing/issue-certificate.ts'
import { isWellSigned, signPdf } from '../testing/sign-pdf.ts'
import { cscProvider } from './csc-keys.ts'
import { cscSettings } from './csc-settings.ts'
import type { ServiceWish } from './testing/csc-server.ts'
import { cscService } from './testing/csc-service.ts'

const identity = {} as SigningIdentity
const DATA = Buffer.from('attribut att skriva under')
const SIGNING = ['credentials/authorize', 'signatures/signHash']

let root: Issued
let key: Issued
let elliptic: Issued
let other: Issued
beforeAll(async () => {
  root = await issueCertificate({ name: 'Rot', kind: 'P-256', authority: true })
  key = await issueCertificate({ name: 'Sigill', kind: 'rsa', issuer: root })
  elliptic = await issueCertificate({ name: 'Sigill', kind: 'P-384', issuer: root })
  other = await issueCertificate({ name: 'Någon annan', kind: 'rsa' })
})

/** What came of one signature, and what the service was asked for it. */
async function signAt(wish: Partial<ServiceWish>, requestMs?: number) {
  const { settings, asked } = await cscService({ key, ...wish })
  const signing = async () => {
    const { signer } = await cscProvider(settings).open(identity)
    settings.requestMs = requestMs ?? settings.requestMs
    return signer.sign(DATA, 'SHA-256')
  }
  const error = await signing().then(
    () => null,
    (found: unknown) => found,
  )
  return { error, asked }
}

const unavailable = (message: RegExp) => ({ code: 'key-unavailable', message: expect.stringMatching(message) })

describe('a signing service', () => {
  test('signs a PDF that holds, by each hash, with its chain', async () => {
    const { settings, asked } = await cscService({ key, chain: [root] })
    const provider = cscProvider(settings)
    const { signer, close } = await provider.open(identity)
    expect(signer.certificateChain?.map(der => Buffer.from(der))).toEqual([Buffer.from(root.certificate)])
    for (const algorithm of ['SHA-256', 'SHA-384', 'SHA-512'] as const)
      expect(await isWellSigned(await signPdf(signer, algorithm))).toBe(true)
    expect(asked).toEqual([
      'info',
      'oauth2/token',
      'credentials/list',
      'credentials/info',
      ...SIGNING,
      ...SIGNING,
      ...SIGNING,
    ])
    expect((await provider.roots()).map(der => Buffer.from(der))).toEqual([Buffer.from(root.certificate)])
    await close()
    await expect(signer.sign(DATA, 'SHA-256')).rejects.toMatchObject({ code: 'key-unavailable' })
  })

  test.each([
    ['r and s side by side', false],
    ['DER', true],
  ])('may answer for an EC key with %s', async (_, der) => {
    const { settings } = await cscService({ key: elliptic, chain: [root], der })
    const { signer } = await cscProvider({ ...settings, credential: 'SIGILL-1' }).open(identity)
    expect(await isWellSigned(await signPdf(signer, 'SHA-384'))).toBe(true)
  })

  test('may take its time and say so', async () => {
    const { error, asked } = await signAt({ asynchronous: true })
    expect(error).toBeNull()
    const [check, poll] = ['credentials/authorizeCheck', 'signatures/signPolling']
    expect(asked.slice(4)).toEqual(['credentials/authorize', check, check, 'signatures/signHash', poll, poll])
  })

  test('names the issuer of its tokens by metadata, or nothing at all', async () => {
    const none = await signAt({ info: { oauth2: undefined } })
    expect([none.error, none.asked[1]]).toEqual([null, 'oauth2/token'])
    const { error, asked } = await signAt({ issuer: true })
    expect([error, asked[1], asked[2]]).toEqual([null, expect.stringContaining('/.well-known/'), 'oauth2/token'])
  })
})

describe('a service that says no', () => {
  test('to the client does not see its secret come back in the log', async () => {
    const { settings } = await cscService({ key })
    const error = await cscProvider({ ...settings, clientSecret: 'fel-hemlighet' })
      .open(identity)
      .catch((found: unknown) => found)
    expect(error).toMatchObject(unavailable(/oauth2\/token with 401 invalid_client/))
    expect(JSON.stringify({ ...(error as object), text: String(error) })).not.toContain('fel-hemlighet')
  })

  test('to a token gets a new one, once', async () => {
    const calledBack = await signAt({
      instead: (method, count) =>
        method === 'credentials/authorize' && count === 1 ? [401, 'invalid_token', ''] : null,
    })
    expect(calledBack.error).toBeNull()
    expect(calledBack.asked.filter(method => method === 'oauth2/token')).toHaveLength(2)
    const never = await signAt({
      instead: method => (method === 'credentials/info' ? [401, 'invalid_token', ''] : null),
    })
    expect(never.error).toMatchObject(unavailable(/401 invalid_token/))
    expect(never.asked.filter(method => method === 'credentials/info')).toHaveLength(2)
  })

  test('to an activation that is too old gets a new one, once', async () => {
    const expired = (times: number): ServiceWish['instead'] => {
      return (method, count) =>
        method === 'signatures/signHash' && count <= times ? [400, 'invalid_request', 'SAD expired'] : null
    }
    expect((await signAt({ instead: expired(1) })).error).toBeNull()
    const { error, asked } = await signAt({ instead: expired(9) })
    expect(error).toMatchObject(unavailable(/signHash with 400 invalid_request/))
    expect(asked.slice(4)).toEqual([...SIGNING, ...SIGNING])
  })

  test.each([
    [{ status: 'disabled' }, 'key-unavailable', /not enabled/],
    [{ certStatus: 'suspended' }, 'key-unavailable', /suspended/],
    [{ certStatus: 'expired' }, 'certificate-expired', /expired/],
    [{ mode: 'oauth2code' }, 'key-unavailable', /by a person/],
    [{ objects: [{ type: 'Password', id: 'PIN' }] }, 'key-answers-missing', /from the person/],
    [{ objects: [{ type: 'Retina', id: 'EYE' }] }, 'key-unavailable', /of a type that is not known/],
    [{ expression: 'PIN OR OTP' }, 'key-unavailable', /choose how/],
  ])('and describes the credential with %o', async (described, code, message) => {
    const { error, asked } = await signAt({ described })
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) })
    expect(asked).not.toContain('signatures/signHash')
  })

  test('to the hash that is wanted is not asked to sign', async () => {
    const { error, asked } = await signAt({ algorithms: ['1.2.840.113549.1.1.13'] })
    expect(error).toMatchObject(unavailable(/does not sign by RSA with SHA-256/))
    expect(asked).not.toContain('credentials/authorize')
  })
})

describe('a service in trouble', () => {
  test('is asked again when it says when, and not where that is too late', async () => {
    const busy = (seconds: string): ServiceWish['instead'] => {
      return (method, count, response) => {
        if (method !== 'signatures/signHash' || count > 2) return null
        response.writeHead(429, { 'retry-after': seconds }).end()
        return 'answered'
      }
    }
    const soon = await signAt({ instead: busy('0') })
    expect([soon.error, soon.asked.filter(method => method === 'signatures/signHash').length]).toEqual([null, 3])
    expect((await signAt({ instead: busy('3600') })).error).toMatchObject(unavailable(/3600000 ms/))
    const date = new Date(Date.now() + 3_600_000).toUTCString()
    expect((await signAt({ instead: busy(date) })).error).toMatchObject(unavailable(/may be waited for/))
  })

  test('that stays busy is not asked without end', async () => {
    const { error, asked } = await signAt({
      instead: (_, __, response) => {
        response.writeHead(503, { 'retry-after': '0' }).end('<html>')
        return 'answered'
      },
    })
    expect(error).toMatchObject(unavailable(/info with 503/))
    expect(asked).toHaveLength(5)
  })

  const answers: [string, (response: ServerResponse) => void, RegExp][] = [
    ['nothing', () => {}, /timed-out/],
    ['broken JSON', response => response.end('{"signatures":["'), /no JSON/],
    ['something else', response => response.end('{"signatures":[]}'), /something else than expected/],
    ['far too much', response => response.end('x'.repeat(300_000)), /too-large/],
    [
      'half',
      response => response.writeHead(200, { 'content-length': '9' }).write('{') && response.socket?.end(),
      /broken-off/,
    ],
    ['an error of its own', response => response.writeHead(500).end('trasig'), /signHash with 500/],
  ]
  test.each(answers)('that answers with %s is said to be', async (_, answer, message) => {
    const { error } = await signAt(
      {
        instead: (method, __, response) => {
          if (method !== 'signatures/signHash') return null
          answer(response)
          return 'answered'
        },
      },
      message.source === 'timed-out' ? 300 : undefined,
    )
    expect(error).toMatchObject(unavailable(message))
  })

  test('that goes away between the authorisation and the signature is said to be gone', async () => {
    const { error } = await signAt({
      instead: (method, _, response) => {
        if (method !== 'signatures/signHash') return null
        response.socket?.destroy()
        return 'answered'
      },
    })
    expect(error).toMatchObject(unavailable(/no answer to signatures\/signHash/))
  })

  test('that never gets done is not waited for without end', async () => {
    const { settings, asked } = await cscService({
      key,
      instead: (method, _, response) => {
        if (method !== 'credentials/authorize' && method !== 'credentials/authorizeCheck') return null
        response.writeHead(202).end('{"handle":"1"}')
        return 'answered'
      },
    })
    const { signer } = await cscProvider(settings).open(identity)
    settings.totalMs = 200
    await expect(signer.sign(DATA, 'SHA-256')).rejects.toMatchObject({ code: 'key-unavailable' })
    expect(asked).toContain('credentials/authorizeCheck')
  })

  test('and signs with another key than that of the certificate is found at once', async () => {
    expect((await signAt({ signsWith: other })).error).toMatchObject(unavailable(/no signature by the key/))
  })

  test('and wants the secret sent elsewhere without TLS does not get it', async () => {
    const { error, asked } = await signAt({ info: { oauth2: 'http://192.0.2.1/csc/v2' } })
    expect(error).toMatchObject(unavailable(/without TLS/))
    expect(asked).toEqual(['info'])
  })
})

test('a certificate that has expired signs nothing, whatever the service says of it', async () => {
  const expired = await issueCertificate({
    name: 'Sigill',
    kind: 'rsa',
    from: new Date('2020-01-01'),
    to: new Date('2021-01-01'),
  })
  expect((await signAt({ key: expired })).error).toMatchObject({ code: 'certificate-expired' })
})

test('a setting that is missing is named', () => {
  const env = readEnv({ NODE_ENV: 'test', SIGNING_CSC_URL: 'https://csc.example/csc/v2/', SIGNING_CSC_CLIENT_ID: 'a' })
  expect(() => cscSettings(env)).toThrow('SIGNING_CSC_CLIENT_SECRET')
  expect(cscSettings({ ...env, SIGNING_CSC_CLIENT_SECRET: 'b' }).url).toBe('https://csc.example/csc/v2')
})
