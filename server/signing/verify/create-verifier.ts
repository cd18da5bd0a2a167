import type { ChildLimits } from '../../process/run-child.ts'
import { Turns } from '../../process/turns.ts'
import type { PdfVerdict } from './pdf-verdict.ts'
import { VerifyBusyError } from './verify-errors.ts'
import { verifyInChild } from './verify-in-child.ts'
import type { Trust } from './verify-pdf.ts'

export interface Verifier {
  /** @throws VerifyError */
  verify(bytes: Uint8Array): Promise<PdfVerdict>
  close(): Promise<void>
}

export interface VerifierOptions {
  /** Whom is trusted now. */
  trust: () => Promise<Trust>
  /** Files at the same time, and how many may wait. */
  concurrency?: number
  waiting?: number
  limits?: ChildLimits
  /** Stands in for the child process in tests. */
  run?: typeof verifyInChild
}

const DEFAULT_LIMITS: ChildLimits = { time: 20_000, heap: 384 }

/** A few files at a time, each in a process of its own, off the event loop of the co-editing server. */
export function createVerifier({
  trust,
  concurrency = 2,
  waiting = 6,
  limits = DEFAULT_LIMITS,
  run = verifyInChild,
}: VerifierOptions): Verifier {
  const turns = new Turns(concurrency)
  const closing = new AbortController()

  return {
    async verify(bytes) {
      if (turns.isFull && turns.waiting >= waiting) throw new VerifyBusyError(`${turns.waiting} files wait`)
      return turns.run(async () => run({ bytes, trust: await trust() }, limits, closing.signal))
    },
    async close() {
      closing.abort()
      await turns.idle()
    },
  }
}
