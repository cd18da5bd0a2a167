import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { clientAddress, type IsTrustedProxy } from '../../client-address.ts'
import { loggableError } from '../../documents/loggable-error.ts'
import { log } from '../../log.ts'
import type { Judgement } from './judgement.ts'
import { readUpload, type UploadLimits } from './read-upload.ts'
import { ANSWER_HEADER, type VerifyAnswer } from './verify-answer.ts'
import { TooManyFilesError, VerifyBusyError, VerifyError } from './verify-errors.ts'
import { VerifyLimits } from './verify-limits.ts'
import { MAX_FILE } from './verify-pdf.ts'

const PATH = /^\/verifiera(?:\/([A-Za-z0-9-]{1,64}))?\/?$/

const STATUS: Record<string, number> = {
  'file-too-large': 413,
  'too-many-files': 429,
  'verify-busy': 503,
  'no-file': 400,
  'empty-file': 400,
}

export interface VerifyRequestsOptions {
  judge: (bytes: Uint8Array, code: string | null) => Promise<Judgement>
  isTrustedProxy: IsTrustedProxy
  limits?: VerifyLimits
  upload?: UploadLimits
}

type Pages = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Files that are sent to /verifiera. They are read here, before the pages: those would keep the whole request, and do not
 * know who asks. A script gets JSON; a plain form gets the page, which finds its answer by {@link answer}.
 */
export class VerifyRequests {
  private readonly answers = new Map<string, VerifyAnswer>()
  private readonly limits: VerifyLimits

  constructor(private readonly options: VerifyRequestsOptions) {
    this.limits = options.limits ?? new VerifyLimits()
  }

  /** For the page that answers a form, while it does. */
  answer(key: string | null): VerifyAnswer | null {
    return this.answers.get(key ?? '') ?? null
  }

  /** @returns whether the request was ours */
  async handle(request: IncomingMessage, response: ServerResponse, pages: Pages): Promise<boolean> {
    const match = request.method === 'POST' ? PATH.exec(request.url?.split('?', 1)[0] ?? '') : null
    if (!match) return false
    const answer = await this.check(request, match[1] ?? null)
    if (request.destroyed && !request.complete) return true
    if (request.headers.accept?.includes('application/json')) sendJson(response, answer)
    else await this.sendPage(request, response, pages, answer)
    return true
  }

  private async check(request: IncomingMessage, code: string | null): Promise<VerifyAnswer> {
    const address = clientAddress(request, this.options.isTrustedProxy)
    const refused = this.limits.enter(address)
    try {
      if (refused) {
        request.resume()
        throw refused === 'all' ? new VerifyBusyError('all places taken') : new TooManyFilesError('one address')
      }
      const bytes = await readUpload(request, this.options.upload ?? { size: MAX_FILE, time: 120_000 })
      const judgement = await this.options.judge(bytes, code)
      // Only of what kind the answer was: the file is nobody's business.
      log.info({ kind: judgement.kind, problem: judgement.problem }, 'a file was verified')
      return { judgement }
    } catch (error) {
      if (!(error instanceof VerifyError)) log.error({ error: loggableError(error) }, 'a file could not be verified')
      else log.info({ problem: error.code }, 'a file was not verified')
      return { problem: error instanceof VerifyError ? error.code : 'verify-failed' }
    } finally {
      if (!refused) this.limits.leave(address)
    }
  }

  /** The same page as for who comes by the link, with the answer on it. */
  private async sendPage(
    request: IncomingMessage,
    response: ServerResponse,
    pages: Pages,
    answer: VerifyAnswer,
  ): Promise<void> {
    const key = randomUUID()
    this.answers.set(key, answer)
    try {
      request.method = 'GET'
      for (const name of ['content-type', 'content-length', 'transfer-encoding', 'next-action', 'rsc'])
        delete request.headers[name]
      request.headers[ANSWER_HEADER] = key
      await pages(request, response)
    } finally {
      this.answers.delete(key)
    }
  }
}

function sendJson(response: ServerResponse, answer: VerifyAnswer): void {
  const status = 'problem' in answer ? (STATUS[answer.problem] ?? 500) : 200
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(answer))
}
