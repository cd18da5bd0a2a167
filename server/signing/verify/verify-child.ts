import { answerOnce } from '../../process/as-child.ts'
import { VerifyError } from './verify-errors.ts'
import type { VerifyMessage, VerifyRequest } from './verify-messages.ts'
import { verifyPdf } from './verify-pdf.ts'

// The child process: one file, one verdict. What hostile bytes take in memory and time goes with it.

async function answer({ bytes, trust }: VerifyRequest): Promise<VerifyMessage> {
  try {
    return { type: 'done', verdict: verifyPdf(bytes, trust) }
  } catch (error) {
    if (error instanceof VerifyError) return { type: 'failed', code: error.code, message: error.message }
    // Only where it failed: a message may quote the file.
    const frames = error instanceof Error ? error.stack?.split('\n').filter(line => line.startsWith('    at ')) : []
    return { type: 'failed', code: null, message: `${error instanceof Error ? error.name : ''} ${frames?.join('\n')}` }
  }
}

answerOnce(answer)
