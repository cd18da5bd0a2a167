import { log } from '../../log.ts'
import { program } from '../../process/program.ts'
import { type ChildLimits, runChild } from '../../process/run-child.ts'
import { startChild } from '../../process/start-child.ts'
import type { PdfVerdict } from './pdf-verdict.ts'
import { errorOf, VerifyFailedError, VerifyLimitError } from './verify-errors.ts'
import type { VerifyMessage, VerifyRequest } from './verify-messages.ts'

const PROGRAM = program('server/signing/verify/verify-child.ts')

/**
 * {@link verifyPdf} in a process of its own, which ends afterwards.
 * @throws VerifyError: those of verifyPdf, VerifyLimitError when it took too long or too much memory, VerifyFailedError
 */
export const verifyInChild = (request: VerifyRequest, limits: ChildLimits, signal: AbortSignal): Promise<PdfVerdict> =>
  runChild<VerifyRequest, VerifyMessage, PdfVerdict>({
    child: () => startChild(PROGRAM, limits),
    request,
    time: limits.time,
    signal,
    errorOf: (fault, detail) =>
      fault === 'timed-out' || fault === 'ended' ? new VerifyLimitError(detail) : new VerifyFailedError(detail),
    hear(message, { done, fail }) {
      if (message.type === 'done') return done(message.verdict)
      if (message.code === null) log.error({ where: message.message }, 'a file could not be verified')
      fail(errorOf(message.code, message.message))
    },
  })
