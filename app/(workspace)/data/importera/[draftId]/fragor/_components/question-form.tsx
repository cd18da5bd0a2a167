'use client'

import { useFormAction } from '#app/ui/use-form-action.ts'
import { Button } from '#editor/ui/button.tsx'
import { Notice } from '#editor/ui/notice.tsx'
import type { DraftQuestions } from '#server/indicators/answer-questions.ts'
import { ButtonLink } from '../../../../../../ui/button-link.tsx'
import { TextField } from '../../../../../../ui/text-field.tsx'
import { useKeptForm } from '../../../../../../ui/use-kept-form.ts'
import { type AnswerState, answerAction } from '../actions.ts'
import { sv } from '../sv.ts'

const NOTHING: AnswerState = { fields: {}, problem: null }

export function QuestionForm({ draftId, asked }: { draftId: string; asked: DraftQuestions }) {
  const [{ fields, problem }, answer, answering] = useFormAction(answerAction.bind(null, draftId), NOTHING)
  const errorOf = (field: string): string | null => {
    const code = fields[field]
    return code ? (sv.errors[code] ?? sv.errors.missing ?? null) : null
  }
  const form = useKeptForm(answer, fields)
  return (
    <form {...form} className="flex flex-col gap-6">
      <div className="flex flex-col gap-6 rounded-xl border border-line bg-surface p-5 sm:p-6">
        {asked.questions.period && (
          <TextField
            label={sv.period}
            hint={sv.periodHint}
            name="period"
            defaultValue={asked.year}
            error={errorOf('period')}
            required
          />
        )}
        {asked.questions.year && (
          <TextField
            label={sv.year}
            hint={sv.yearHint}
            name="year"
            inputMode="numeric"
            defaultValue={asked.year}
            error={errorOf('year')}
            required
          />
        )}
        {asked.asksArea && <TextField label={sv.area} hint={sv.areaHint} name="area" error={errorOf('area')} />}
      </div>
      {problem && (
        <Notice tone="bad" alert>
          {problem}
        </Notice>
      )}
      <div className="flex flex-col gap-3 sm:flex-row">
        <Button type="submit" variant="primary" loading={answering}>
          {sv.submit}
        </Button>
        <ButtonLink href="/data" variant="ghost">
          {sv.cancel}
        </ButtonLink>
      </div>
    </form>
  )
}
