import { WordFileRefusedError } from './errors.ts'
import { readWord } from './read-word.ts'
import type { ReadMessage } from './read-word-in-child.ts'

// The child process: one Word file. What it takes in memory, and what a hostile file does, goes with it.

const send = (message: ReadMessage): Promise<void> =>
  new Promise(resolve => {
    if (process.send) process.send(message, () => resolve())
    else resolve()
  })

process.once('disconnect', () => process.exit())

process.once('message', async (file: Uint8Array) => {
  try {
    await send({ type: 'read', read: await readWord(file) })
  } catch (error) {
    const reason = error instanceof WordFileRefusedError ? error.reason : 'broken'
    await send({ type: 'refused', reason, stack: error instanceof Error ? (error.stack ?? null) : null })
  }
  process.disconnect()
})
