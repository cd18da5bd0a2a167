import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ApiError, errorMessage } from '../report-api.ts'
import { useStore, useSurface } from '../surface-context.ts'
import { changeOf, typedFacts, withYear } from './facts.ts'
import { sv } from './sv.ts'
import { useChangeReport } from './use-change-report.ts'

type Problems = Record<string, string>

const problemsIn = (failure: unknown): Problems =>
  failure instanceof ApiError
    ? Object.fromEntries(
        Object.entries(failure.fields).map(([key, code]) => [key, sv.problems[key]?.[code] ?? sv.otherProblem]),
      )
    : {}

/** Title, year, diary number and deadline of the report, in the place where they are read. */
export function FactsForm({ close }: { close: () => void }) {
  const { report } = useStore(useSurface().structure, state => state.structure)
  const [before] = useState(() => typedFacts(report))
  const [typed, setTyped] = useState(before)
  const [problems, setProblems] = useState<Problems>({})
  const [failure, setFailure] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const change = useChangeReport()
  const title = useRef<HTMLInputElement>(null)
  useEffect(() => title.current?.focus(), [])

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const wanted = changeOf(before, typed)
    if (!wanted) return close()
    setSaving(true)
    setFailure(null)
    try {
      await change(wanted)
      close()
    } catch (error) {
      const found = problemsIn(error)
      setProblems(found)
      setFailure(Object.keys(found).length ? null : errorMessage(error))
      setSaving(false)
    }
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close()
  }

  return (
    <form onSubmit={event => void submit(event)} onKeyDown={onKeyDown} noValidate className="max-w-[62rem]">
      <div className="grid items-start gap-x-5 gap-y-3.5 sm:grid-cols-3">
        <div className="sm:col-span-3">
          <Field label={sv.title} error={problems.title ?? null}>
            {control => (
              <input
                {...control}
                ref={title}
                autoComplete="off"
                value={typed.title}
                onChange={event => setTyped({ ...typed, title: event.target.value })}
              />
            )}
          </Field>
        </div>
        <Field label={sv.year} hint={sv.yearHint} error={problems.year ?? null}>
          {control => (
            <input
              {...control}
              inputMode="numeric"
              autoComplete="off"
              value={typed.year}
              onChange={event => setTyped(withYear(typed, event.target.value, before))}
            />
          )}
        </Field>
        <Field label={sv.diaryNumber} hint={sv.diaryNumberHint} error={problems.diaryNumber ?? null}>
          {control => (
            <input
              {...control}
              autoComplete="off"
              value={typed.diaryNumber}
              onChange={event => setTyped({ ...typed, diaryNumber: event.target.value })}
            />
          )}
        </Field>
        <Field label={sv.deadline} hint={sv.deadlineHint} error={problems.deadline ?? null}>
          {control => (
            <input
              {...control}
              type="date"
              value={typed.deadline}
              onChange={event => setTyped({ ...typed, deadline: event.target.value })}
            />
          )}
        </Field>
      </div>
      {failure && (
        <div className="mt-3">
          <Notice tone="bad" alert>
            {failure}
          </Notice>
        </div>
      )}
      <div className="mt-4 flex gap-2">
        <Button type="submit" variant="primary" loading={saving}>
          {sv.save}
        </Button>
        <Button onClick={close}>{sv.cancel}</Button>
      </div>
    </form>
  )
}
