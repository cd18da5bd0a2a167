import type { Judgement } from './judgement.ts'

/** What the page shows: a judgement, or the code of a VerifyError. */
export type VerifyAnswer = { judgement: Judgement } | { problem: string }

/** Header by which the page finds the answer to its own request. Its value is a secret of this process. */
export const ANSWER_HEADER = 'x-samskrift-verify-answer'
