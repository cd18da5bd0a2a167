import { MissingGlyphError } from '#editor/pdf/text/missing-glyph-error.ts'
import { log } from '../../../log.ts'
import { program } from '../../../process/program.ts'
import { type ChildLimits, runChild } from '../../../process/run-child.ts'
import { startChild } from '../../../process/start-child.ts'
import {
  CertificateExpiredError,
  CertificateRevokedError,
  NoEmptyFieldError,
  RevocationDataMissingError,
  SignatureInvalidError,
  TimestampFailedError,
} from '../../errors.ts'
import type { Outside } from '../outside.ts'
import type { SignedPdf, SigningOrder } from '../signing-wish.ts'
import { Answers } from './answer-the-child.ts'
import type { FromSignChild, ToSignChild } from './sign-messages.ts'

/** The key may take a minute and each other server ten seconds, so this ends only what hangs by itself. */
const PROGRAM = program('server/signing/pades/child/sign-child.ts')
const LIMITS: ChildLimits = { time: 300_000, heap: 1024 }

/** What the work on the file itself may end with; what the key and other servers throw never leaves the server. */
const FAULTS: Record<string, new (message: string) => Error> = {
  'no-empty-field': NoEmptyFieldError,
  'certificate-expired': CertificateExpiredError,
  'certificate-revoked': CertificateRevokedError,
  'timestamp-failed': TimestampFailedError,
  'revocation-data-missing': RevocationDataMissingError,
}

function errorFrom({ code, message, stack }: Extract<FromSignChild, { type: 'failed' }>): Error {
  const Fault = FAULTS[code] ?? SignatureInvalidError
  const error = new Fault(message)
  error.stack = stack
  return error
}

/**
 * {@link signPdf} in a process of its own, off the event loop of the co-editing server. The key and the other servers
 * stay here: the process asks for one signature, for time stamps and for revocation data.
 * @throws what signPdf throws
 */
export function signInChild(
  order: SigningOrder,
  outside: Outside,
  { limits = LIMITS, signal }: { limits?: ChildLimits; signal?: AbortSignal } = {},
): Promise<SignedPdf> {
  const answers = new Answers(outside)
  const { certificate, certificateChain = [], keyType, signatureAlgorithm } = outside.signer
  return runChild<ToSignChild, FromSignChild, SignedPdf>({
    child: () => startChild(PROGRAM, limits),
    request: {
      type: 'start',
      order,
      key: { certificate, certificateChain, keyType, signatureAlgorithm },
      hasTimestamps: outside.timestamps !== null,
    },
    time: limits.time,
    ...(signal && { signal }),
    errorOf: (fault, detail) => {
      log.error({ fault, detail }, 'a file could not be signed')
      return new SignatureInvalidError(detail)
    },
    hear(message, { done, fail, reply }) {
      if (message.type === 'question') void answers.to(message.id, message.question).then(reply)
      else if (message.type === 'done') done({ ...message.signed, bytes: Buffer.concat([order.bytes, message.added]) })
      else if (message.type === 'stopped') fail(answers.why(message.id))
      else if (message.type === 'missing-glyph') fail(new MissingGlyphError(message.missing))
      else fail(errorFrom(message))
    },
  })
}
