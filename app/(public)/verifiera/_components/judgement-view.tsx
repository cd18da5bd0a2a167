import { Notice } from '#editor/ui/notice.tsx'
import { signaturesOf } from '#server/signing/verify/pdf-verdict.ts'
import type { VerifyAnswer } from '#server/signing/verify/verify-answer.ts'
import { judgementWords, problemWords } from '../judgement-words.ts'
import { sv } from '../sv.ts'
import { IssuedSigners, IssuedView } from './issued-view.tsx'
import { JudgementDetails, SignersInFile } from './signature-details.tsx'

export interface JudgementViewProps {
  answer: VerifyAnswer
  /** SHA-256 of the file that the page tells about already. */
  shown: string | null
}

/** The answer about one file: the whole judgement first, then who, then what experts ask for. */
export function JudgementView({ answer, shown }: JudgementViewProps) {
  if ('problem' in answer) {
    const { tone, title, text } = problemWords(answer.problem)
    return (
      <Notice tone={tone} title={title}>
        {text}
      </Notice>
    )
  }
  const { judgement } = answer
  const { issued, verdict } = judgement
  const { tone, title, text } = judgementWords(judgement)
  const inFile = verdict ? signaturesOf(verdict) : []
  const changed = inFile.flatMap(({ changes }, index) => changes.map(change => [index + 1, change] as const))
  return (
    <div className="flex flex-col gap-6">
      <Notice tone={tone} title={title}>
        <p>{text}</p>
        {issued && changed.length > 0 && (
          <ul className="mt-2 list-disc pl-5">
            {changed.map(([number, change]) => (
              <li key={`${number} ${change}`}>
                {sv.changedAfter(number)}: {sv.changes[change]}
              </li>
            ))}
          </ul>
        )}
      </Notice>
      {shown && issued && issued.sha256 !== shown && <Notice tone="warn" title={sv.code.another} />}
      {judgement.kind === 'finished' && issued?.hasLaterVersion && <Notice tone="info" title={sv.code.later} />}
      {issued && issued.sha256 !== shown && <IssuedView file={issued} />}
      {issued && judgement.kind !== 'other-file' && <IssuedSigners signers={issued.signers} signed={judgement.count} />}
      {!issued && inFile.length > 0 && <SignersInFile signatures={inFile} />}
      <JudgementDetails judgement={judgement} />
    </div>
  )
}
