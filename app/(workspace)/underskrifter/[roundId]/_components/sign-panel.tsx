'use client'

import { LogIn, PenLine } from 'lucide-react'
import { signIn } from 'next-auth/react'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { noAnswer } from '#app/ui/no-answer.ts'
import { Button } from '#editor/ui/button.tsx'
import { Notice } from '#editor/ui/notice.tsx'
import type { KeyQuestion } from '#server/signing/keys/key-question.ts'
import { ReasonButton } from '../../../_components/reason-button.tsx'
import { sv as signingWords } from '../../../rapporter/[reportId]/underskrift/sv.ts'
import { sv as words } from '../../sv.ts'
import { refuseAction, signAction } from '../actions.ts'
import { KeyAnswers } from './key-answers.tsx'

const sv = words.one

/** How the person is asked to prove anew who they are. */
export type StepUp = { provider: 'oidc'; acr: string | null } | { provider: 'demo'; login: string }

export interface SignPanelProps {
  roundId: string
  /** Of the file that is shown. */
  sha256: string
  stepUp: StepUp
  /** Signed in so recently that a signature can rest on it. */
  ready: boolean
  /** What who holds the key wants from the person. */
  questions: KeyQuestion[]
  /** Came back from signing in anew. */
  returned: boolean
  testKey: boolean
}

/** Sign in anew, then sign; or say no with a reason. */
export function SignPanel({ roundId, sha256, stepUp, ready, questions, returned, testKey }: SignPanelProps) {
  const [working, setWorking] = useState(false)
  const [answers, setAnswers] = useState<Record<string, string>>({})
  const [tries, setTries] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  const [problem, setProblem] = useState<string | null>(ready || !returned ? null : sv.stepUp.unproven)

  const stay = (): void => {
    setWorking(false)
    setProblem(sv.stepUp.failed)
  }
  const signInAnew = async (): Promise<void> => {
    setWorking(true)
    const callbackUrl = `/underskrifter/${roundId}?inloggad=1`
    if (stepUp.provider === 'oidc') {
      const asked = { prompt: 'login', max_age: '0', ...(stepUp.acr && { acr_values: stepUp.acr }) }
      await signIn('oidc', { callbackUrl }, asked).catch(stay)
      return
    }
    const answer = await signIn('demo', { login: stepUp.login, redirect: false }).catch(() => undefined)
    if (answer?.ok && !answer.error) window.location.assign(callbackUrl)
    else stay()
  }

  // Who comes back from signing in anew goes on here, past the document that they have read.
  useEffect(() => {
    if (returned) form.current?.querySelector<HTMLElement>('input, button')?.focus()
  }, [returned])
  // What the key wants is filled in, or filled in anew: what was entered is not kept.
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [tries])

  const sign = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    if (working) return
    setProblem(null)
    if (questions.some(({ id }) => !answers[id])) return setTries(tries + 1)
    setWorking(true)
    const refused = await signAction(roundId, sha256, answers).catch(error => noAnswer(error, sv.signLost))
    setProblem(refused)
    setAnswers({})
    setWorking(false)
    if (refused) setTries(tries + 1)
  }

  return (
    <section
      aria-labelledby="beslut"
      className="flex flex-col items-start gap-4 rounded-xl border border-line bg-surface p-5 sm:p-6"
    >
      <h2 id="beslut" className="text-xl font-semibold">
        {sv.decide}
      </h2>
      {testKey && <Notice tone="warn">{sv.testKey}</Notice>}
      <p className="max-w-prose">{ready ? sv.ready : sv.stepUp.text}</p>
      {problem && (
        <Notice tone="bad" alert>
          {problem}
        </Notice>
      )}
      <form ref={form} noValidate onSubmit={event => void sign(event)} className="flex flex-col items-start gap-4">
        {ready && questions.length > 0 && (
          <KeyAnswers
            roundId={roundId}
            questions={questions}
            answers={answers}
            tried={tries > 0}
            onChange={setAnswers}
            onProblem={setProblem}
          />
        )}
        <div className="flex flex-wrap items-center gap-3">
          {ready ? (
            <Button type="submit" variant="primary" icon={<PenLine aria-hidden />} loading={working}>
              {sv.sign}
            </Button>
          ) : (
            <Button variant="primary" icon={<LogIn aria-hidden />} loading={working} onClick={() => void signInAnew()}>
              {sv.stepUp.button}
            </Button>
          )}
          <ReasonButton
            text={sv.refuse}
            title={sv.refuseTitle}
            description={sv.refuseText}
            danger
            words={signingWords.reason}
            run={refuseAction.bind(null, roundId)}
          />
          <p role="status" className="text-muted">
            {working && ready && sv.signing}
          </p>
        </div>
      </form>
    </section>
  )
}
