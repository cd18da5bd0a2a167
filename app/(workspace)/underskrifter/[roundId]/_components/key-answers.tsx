'use client'

import { Send } from 'lucide-react'
import { useState } from 'react'
import { noAnswer } from '#app/ui/no-answer.ts'
import { TextField } from '#app/ui/text-field.tsx'
import { Button } from '#editor/ui/button.tsx'
import type { KeyQuestion } from '#server/signing/keys/key-question.ts'
import { sv as words } from '../../sv.ts'
import { challengeAction } from '../actions.ts'

const sv = words.one.key

export interface KeyAnswersProps {
  roundId: string
  questions: KeyQuestion[]
  answers: Record<string, string>
  /** Somebody has tried to sign: what is empty says so. */
  tried: boolean
  onChange: (answers: Record<string, string>) => void
  onProblem: (problem: string | null) => void
}

/** What who holds the key wants from the person for this one signature: a PIN, a code that is sent to them. */
export function KeyAnswers({ roundId, questions, answers, tried, onChange, onProblem }: KeyAnswersProps) {
  const [sending, setSending] = useState<string | null>(null)
  const [sent, setSent] = useState<Record<string, string>>({})

  const send = async (id: string): Promise<void> => {
    setSending(id)
    onProblem(null)
    const answer = await challengeAction(roundId, id).catch(error => ({ problem: noAnswer(error, sv.unsure) }))
    setSending(null)
    if ('problem' in answer) onProblem(answer.problem)
    else setSent({ ...sent, [id]: answer.challenge ?? sv.sent })
  }

  return (
    <fieldset className="flex w-full max-w-md flex-col gap-3">
      <legend className="mb-2 font-semibold">{sv.legend}</legend>
      <p className="text-muted">{sv.text}</p>
      {questions.map(({ id, label, digits, isSent }) => (
        <div key={id} className="flex flex-wrap items-start gap-3">
          <TextField
            type="password"
            label={label}
            value={answers[id] ?? ''}
            error={tried && !answers[id] ? sv.missing(label) : null}
            autoComplete={isSent ? 'one-time-code' : 'off'}
            {...(digits && { inputMode: 'numeric' as const })}
            maxLength={200}
            onChange={event => onChange({ ...answers, [id]: event.target.value })}
          />
          {isSent && (
            <Button
              icon={<Send aria-hidden />}
              loading={sending === id}
              onClick={() => void send(id)}
              className="sm:mt-7.5"
            >
              {sv.send(label)}
            </Button>
          )}
          <p role="status" className="w-full text-muted empty:hidden">
            {sent[id]}
          </p>
        </div>
      ))}
    </fieldset>
  )
}
