import { MissingGlyphError } from '#editor/pdf/text/missing-glyph-error.ts'
import { SamskriftError } from '../../../errors.ts'
import { endWithServer, tellServer } from '../../../process/as-child.ts'
import { signPdf } from '../sign-pdf.ts'
import { NoAnswerError, ServerQuestions } from './ask-the-server.ts'
import type { FromSignChild, ToSignChild } from './sign-messages.ts'

// The child process: one file, one signature. It has neither the key nor the network; it asks the server for both.

const send = (message: FromSignChild): Promise<void> => tellServer(message)
const questions = new ServerQuestions(message => void send(message))

function explain(error: unknown): FromSignChild {
  if (error instanceof NoAnswerError) return { type: 'stopped', id: error.id }
  if (error instanceof MissingGlyphError) return { type: 'missing-glyph', missing: error.missing }
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  return { type: 'failed', code: error instanceof SamskriftError ? error.code : '', message, stack }
}

endWithServer()

process.on('message', async (message: ToSignChild) => {
  if (message.type !== 'start') return questions.hear(message)
  const { order, key, hasTimestamps } = message
  const answer = await signPdf(order, questions.outside(key, hasTimestamps)).then(
    ({ bytes, ...signed }): FromSignChild => ({ type: 'done', signed, added: bytes.slice(order.bytes.length) }),
    explain,
  )
  await send(answer)
  process.disconnect()
})
