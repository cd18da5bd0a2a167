import type { ReactNode } from 'react'
import type { AnswerState } from '../../core/answers-here.ts'
import { Button } from '../../ui/button.tsx'
import { useSurface } from '../surface-context.ts'
import { sv } from './sv.ts'
import { useAnswerAction } from './use-answer-action.ts'

/** How far each nämnd has come, with a way to its answer. */
export function AnswerList({
  answers,
  more,
}: {
  answers: readonly AnswerState[]
  more?: (one: AnswerState) => ReactNode
}) {
  return (
    <ul>
      {answers.map(answer => (
        <li key={answer.id} className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
          <span>
            {answer.progress ? (
              <a href={`/rapporter/${answer.id}`} className="text-accent underline underline-offset-2">
                {answer.boardName}
              </a>
            ) : (
              answer.boardName
            )}
            : {sv.state(answer)}
          </span>
          {more?.(answer)}
        </li>
      ))}
    </ul>
  )
}

function Include({ answer, onDone }: { answer: AnswerState; onDone: () => void }) {
  const { tools } = useSurface()
  const { running, error, run } = useAnswerAction()
  const include = async (): Promise<void> => {
    if (await run(() => tools.api.includeAnswer(answer.id))) onDone()
  }
  return (
    <>
      <Button size="sm" loading={running} aria-label={sv.includeName(answer.boardName)} onClick={() => void include()}>
        {sv.include}
      </Button>
      {error && (
        <span role="alert" className="text-sm font-medium text-bad">
          {error}
        </span>
      )}
    </>
  )
}

/** Answers that came after the joint one was put together. */
export function NotIncluded({ answers, onDone }: { answers: readonly AnswerState[]; onDone: () => void }) {
  if (!answers.length) return null
  return (
    <div className="mt-3">
      <h3 className="font-semibold">{sv.notIncluded}</h3>
      <AnswerList answers={answers} more={answer => <Include answer={answer} onDone={onDone} />} />
    </div>
  )
}
