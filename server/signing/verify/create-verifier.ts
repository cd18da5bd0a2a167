import type { PdfVerdict } from './pdf-verdict.ts'
import { VerifyBusyError } from './verify-errors.ts'
import { type VerifyLimits, verifyInChild } from './verify-in-child.ts'

export interface Verifier {
  /** @throws VerifyError */
  verify(bytes: Uint8Array): Promise<PdfVerdict>
  close(): Promise<void>
}

export interface VerifierOptions {
  /** DER certificates that are trusted now. */
  roots: () => Promise<Uint8Array[]>
  /** Files at the same time, and how many may wait. */
  concurrency?: number
  waiting?: number
  limits?: VerifyLimits
  /** Stands in for the child process in tests. */
  run?: typeof verifyInChild
}

const DEFAULT_LIMITS: VerifyLimits = { time: 20_000, heap: 384 }

/** A few files at a time, each in a process of its own, off the event loop of the co-editing server. */
export function createVerifier({
  roots,
  concurrency = 2,
  waiting = 6,
  limits = DEFAULT_LIMITS,
  run = verifyInChild,
}: VerifierOptions): Verifier {
  const line: (() => void)[] = []
  const closing = new AbortController()
  const running = new Set<Promise<unknown>>()

  return {
    async verify(bytes) {
      if (running.size >= concurrency) {
        if (line.length >= waiting) throw new VerifyBusyError(`${line.length} files wait`)
        await new Promise<void>(resolve => line.push(resolve))
      }
      const work = roots().then(trusted => run({ bytes, roots: trusted }, limits, closing.signal))
      running.add(work)
      try {
        return await work
      } finally {
        running.delete(work)
        line.shift()?.()
      }
    },
    async close() {
      closing.abort()
      for (const go of line.splice(0)) go()
      await Promise.allSettled(running)
    },
  }
}
