import type { z } from 'zod'
import { KeyUnavailableError } from '../../errors.ts'
import type { Budget } from './budget.ts'
import { infoAnswer, metadataAnswer, tokenAnswer } from './csc-answers.ts'
import { askCsc, type CscRequest } from './csc-http.ts'
import { CscRefusal } from './csc-refusal.ts'
import type { CscSettings } from './csc-settings.ts'

const JSON_TYPE = { 'content-type': 'application/json' }
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' }
/** A token that is about to end is renewed before it does. */
const MARGIN_MS = 30_000

/** Speaks with one signing service by the CSC API v2.0, signed in by OAuth 2.0 client credentials (RFC 6749, 4.4). */
export class CscClient {
  private token: { value: string; until: number } | null = null
  private endpoint: URL | null = null

  constructor(private readonly settings: CscSettings) {}

  /**
   * @param method of the API: "credentials/info"
   * @throws CscRefusal, KeyUnavailableError
   */
  async post<T>(method: string, body: object, schema: z.ZodType<T>, budget: Budget): Promise<T> {
    const send = async () => {
      const authorization = `Bearer ${await this.accessToken(budget)}`
      return askCsc(this.request(method, body, { authorization }), schema, budget)
    }
    try {
      return await send()
    } catch (error) {
      if (!(error instanceof CscRefusal && error.status === 401)) throw error
      // It may have been called back: a new one is worth one try.
      this.token = null
      return send()
    }
  }

  private reached(): Pick<CscRequest, 'timeoutMs' | 'proxyFor'> {
    return { timeoutMs: this.settings.requestMs, proxyFor: this.settings.proxyFor }
  }

  private request(method: string, body: object, headers: Record<string, string> = {}) {
    const url = new URL(`${this.settings.url}/${method}`)
    return {
      method,
      url,
      headers: { ...JSON_TYPE, ...headers },
      body: JSON.stringify(body),
      ...this.reached(),
    }
  }

  private async accessToken(budget: Budget): Promise<string> {
    if (this.token && Date.now() < this.token.until) return this.token.value
    this.endpoint ??= await this.tokenEndpoint(budget)
    const { clientId, clientSecret } = this.settings
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      scope: 'service',
      client_id: clientId,
      client_secret: clientSecret,
    })
    const request = {
      method: 'oauth2/token',
      url: this.endpoint,
      headers: FORM_TYPE,
      body: form.toString(),
      ...this.reached(),
    }
    const answer = await askCsc(request, tokenAnswer, budget)
    const lasts = (answer.expires_in ?? 3600) * 1000
    this.token = { value: answer.access_token, until: Date.now() + Math.max(0, lasts - MARGIN_MS) }
    return answer.access_token
  }

  /** Where tokens come from: what the service says of itself (CSC API v2.0, 11.1). */
  private async tokenEndpoint(budget: Budget): Promise<URL> {
    const info = await askCsc(this.request('info', {}), infoAnswer, budget)
    if (info.oauth2Issuer && !info.oauth2) return this.trusted(await this.fromIssuer(info.oauth2Issuer, budget))
    const base = (info.oauth2 ?? this.settings.url).replace(/\/+$/, '')
    return this.trusted(`${base}/oauth2/token`)
  }

  /** RFC 8414, 3.1. */
  private async fromIssuer(issuer: string, budget: Budget): Promise<string> {
    const { origin, pathname } = this.trusted(issuer)
    const path = pathname.replace(/\/+$/, '')
    const url = new URL(`${origin}/.well-known/oauth-authorization-server${path}`)
    const request = {
      method: 'the metadata of OAuth 2.0',
      url,
      headers: {},
      body: null,
      ...this.reached(),
    }
    return (await askCsc(request, metadataAnswer, budget)).token_endpoint
  }

  /** The secret goes there: to the service itself, or by TLS to where it sends us. */
  private trusted(address: string): URL {
    const url = new URL(address)
    if (url.protocol === 'https:' || url.origin === new URL(this.settings.url).origin) return url
    throw new KeyUnavailableError('the signing service wants the client secret sent without TLS')
  }
}
