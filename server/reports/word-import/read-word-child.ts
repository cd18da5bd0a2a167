import { answerOnce } from '../../process/as-child.ts'
import { WordFileRefusedError } from './errors.ts'
import { readWord } from './read-word.ts'
import type { ReadMessage } from './read-word-in-child.ts'

// The child process: one Word file. What it takes in memory, and what a hostile file does, goes with it.

answerOnce(async (file: Uint8Array): Promise<ReadMessage> => {
  try {
    return { type: 'read', read: await readWord(file) }
  } catch (error) {
    const reason = error instanceof WordFileRefusedError ? error.reason : 'broken'
    return { type: 'refused', reason, stack: error instanceof Error ? (error.stack ?? null) : null }
  }
})
