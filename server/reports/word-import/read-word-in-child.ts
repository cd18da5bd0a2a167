import { log } from '../../log.ts'
import { program } from '../../process/program.ts'
import { type ChildLimits, runChild } from '../../process/run-child.ts'
import { startChild } from '../../process/start-child.ts'
import { type WordFault, WordFileRefusedError } from './errors.ts'
import type { ReadWord } from './read-word.ts'

export type ReadMessage =
  | { type: 'read'; read: ReadWord }
  | { type: 'refused'; reason: WordFault; stack: string | null }

const PROGRAM = program('server/reports/word-import/read-word-child.ts')
const DEFAULT_LIMITS: ChildLimits = { time: 60_000, heap: 768 }

/**
 * Reads a Word file in a process of its own, away from those who are writing.
 * @throws WordFileRefusedError, also where it took too long or too much memory
 */
export const readWordInChild = (file: Uint8Array, limits = DEFAULT_LIMITS): Promise<ReadWord> =>
  runChild<Uint8Array, ReadMessage, ReadWord>({
    child: () => startChild(PROGRAM, limits),
    request: file,
    time: limits.time,
    errorOf: fault => new WordFileRefusedError(fault === 'not-started' ? 'broken' : 'too-much-inside'),
    hear(message, { done, fail }) {
      if (message.type === 'read') return done(message.read)
      // A file that nothing was known against, and that the reader could not read all the same.
      if (message.reason === 'broken') log.warn({ stack: message.stack }, 'a Word file could not be read')
      fail(new WordFileRefusedError(message.reason))
    },
  })
