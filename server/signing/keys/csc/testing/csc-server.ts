import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { localServer } from '../../../../outbound/testing/local-server.ts'
import type { Issued } from '../../testing/issue-certificate.ts'
import type { AuthObject } from '../csc-answers.ts'
import type { CscSettings } from '../csc-settings.ts'
import { type Body, CscDesk, invalid, type Refused, type Result } from './csc-desk.ts'

const CLIENT = { clientId: 'samskrift', clientSecret: 'hemlighet-8d1f' }
const CREDENTIAL = 'SIGILL-1'
/** RFC 8414, 3.1, for an issuer at /csc/v2. */
const METADATA = '/.well-known/oauth-authorization-server/csc/v2'
export interface ServiceWish {
  /** Of the certificate; `signsWith` is the key that it signs with in truth. */
  key: Issued
  signsWith?: Issued
  chain?: Issued[]
  algorithms?: string[]
  /** How it answers for EC keys. */
  der?: boolean
  /** Both the authorisation and the signature are worked out later. */
  asynchronous?: boolean
  /** What it says of itself beside the usual; `issuer` stands for its own address. */
  info?: Body
  issuer?: boolean
  described?: { status?: string; certStatus?: string; mode?: string; expression?: string; objects?: AuthObject[] }
  /** What the person must enter, by the id of the object; three wrong tries lock the credential. */
  entered?: Record<string, string>
  /** Says no, or answers otherwise than it should; `count` is how many times the method was asked, from 1. */
  instead?: (method: string, count: number, response: ServerResponse) => Refused | 'answered' | null
}

export interface Service {
  settings: CscSettings
  /** Methods in the order in which they were asked. */
  asked: string[]
  close(): Promise<void>
}

/** A remote signing service that behaves as the CSC API v2.0 says. */
export async function cscServer(wish: ServiceWish): Promise<Service> {
  const asked: string[] = []
  const tokens = new Set<string>()
  const server = await localServer((request, response, text) => answer(request, response, text))

  const send = (response: ServerResponse, status: number, body: Body): void =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

  function token(text: string): Result {
    const form = new URLSearchParams(text)
    if (form.get('client_id') !== CLIENT.clientId || form.get('client_secret') !== CLIENT.clientSecret)
      return [401, 'invalid_client', `no client ${text}`]
    if (form.get('grant_type') !== 'client_credentials') return [400, 'unsupported_grant_type', '']
    const value = randomUUID()
    tokens.add(value)
    return { access_token: value, token_type: 'Bearer', expires_in: 3600 }
  }

  const isEc = wish.key.privateKey.asymmetricKeyType === 'ec'
  const algorithms =
    wish.algorithms ??
    (isEc ? ['1.2.840.10045.4.3.2', '1.2.840.10045.4.3.3'] : ['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.10'])
  const { described = {} } = wish
  const credential = (): Body => ({
    key: { status: described.status ?? 'enabled', algo: algorithms, len: 2048 },
    cert: {
      status: described.certStatus ?? 'valid',
      certificates: [wish.key, ...(wish.chain ?? [])].map(({ certificate }) =>
        Buffer.from(certificate).toString('base64'),
      ),
    },
    auth: {
      mode: described.mode ?? 'explicit',
      expression: described.expression,
      objects: described.objects ?? [],
    },
    multisign: 1,
  })

  const desk = new CscDesk(wish, algorithms)

  function ask(method: string, body: Body): Result {
    if (method === 'credentials/list') return { credentialIDs: [CREDENTIAL], onlyValid: true }
    if (method.startsWith('credentials/') && 'credentialID' in body && body.credentialID !== CREDENTIAL)
      return invalid('Invalid parameter credentialID')
    if (method === 'credentials/info') return credential()
    if (method === 'credentials/getChallenge') return desk.challenge(body)
    if (method === 'credentials/authorize') return desk.authorize(body)
    if (method === 'credentials/authorizeCheck') return desk.authorizeCheck(body)
    if (method === 'signatures/signHash') return desk.sign(body)
    if (method === 'signatures/signPolling') return desk.poll(body)
    return [501, 'invalid_request', '']
  }

  function given(request: IncomingMessage, method: string, text: string): Result {
    if (method === 'info')
      return {
        specs: '2.0.0.0',
        authType: ['oauth2client'],
        [wish.issuer ? 'oauth2Issuer' : 'oauth2']: `${server.url}/csc/v2`,
        ...wish.info,
      }
    if (method === 'oauth2/token') return token(text)
    if (method === METADATA) return { issuer: server.url, token_endpoint: `${server.url}/csc/v2/oauth2/token` }
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (bearer === undefined || !tokens.has(bearer)) return [401, 'invalid_token', 'The access token is not valid']
    return ask(method, JSON.parse(text))
  }

  function answer(request: IncomingMessage, response: ServerResponse, text: string): void {
    const method = (request.url ?? '').replace(/^\/csc\/v2\//, '')
    asked.push(method)
    const instead = wish.instead?.(method, asked.filter(name => name === method).length, response)
    if (instead === 'answered') return
    const result = instead ?? given(request, method, text)
    if (!Array.isArray(result)) send(response, 200, result)
    else if (result.length === 2) send(response, ...result)
    else send(response, result[0], { error: result[1], error_description: result[2] })
  }

  return {
    settings: {
      url: `${server.url}/csc/v2`,
      ...CLIENT,
      credential: null,
      requestMs: 10_000,
      totalMs: 30_000,
      pollMs: 10,
    },
    asked,
    close: server.close,
  }
}
