'use client'

import { type SubmitEvent, startTransition, useActionState, useEffect, useRef, useState } from 'react'
import { Button } from '#editor/ui/button.tsx'
import { Notice } from '#editor/ui/notice.tsx'
import type { BoardChoice } from '#server/reports/list-boards.ts'
import { fillPattern } from '#templates/fill-pattern.ts'
import { ButtonLink } from '../../../../ui/button-link.tsx'
import { SelectField } from '../../../../ui/select-field.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { createReportAction } from '../actions.ts'
import type { FormState } from '../form-state.ts'
import { type FieldName, sv } from '../sv.ts'
import type { TemplateOption } from '../template-options.ts'
import { TemplateChoice } from './template-choice.tsx'

export interface NewReportFormProps {
  boards: BoardChoice[]
  templates: TemplateOption[]
  initial: FormState['values']
}

const isYear = (text: string): boolean => /^\d{4}$/.test(text)
const offeredTitle = (templates: readonly TemplateOption[], { templateKey, year }: FormState['values']): string =>
  isYear(year) ? fillPattern(templates.find(({ key }) => key === templateKey)?.title ?? '', { year }) : ''

export function NewReportForm({ boards, templates, initial }: NewReportFormProps) {
  const [state, send, sending] = useActionState(createReportAction, { values: initial, errors: {}, message: null })
  const [values, setValues] = useState(state.values)
  const [titleIsOwn, setTitleIsOwn] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  // After a refusal the first field to correct gets the focus, which also makes a screen reader say what is wrong.
  useEffect(() => {
    if (Object.keys(state.errors).length) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [state])

  const set = (name: FieldName, value: string) => {
    const next = { ...values, [name]: value }
    if (name === 'title') setTitleIsOwn(value !== '')
    else if (!titleIsOwn) next.title = offeredTitle(templates, next) || next.title
    setValues(next)
  }

  // React empties a form after its action; sent this way it keeps what was written. Without JavaScript `action` is used.
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    startTransition(() => send(data))
  }

  const example = (boards.find(board => board.id === values.boardId) ?? boards[0])?.diaryNumberExample ?? ''
  return (
    <form ref={form} action={send} onSubmit={submit} noValidate className="flex flex-col gap-6">
      {state.message && (
        <Notice tone="bad" title={sv.failed} alert>
          {state.message}
        </Notice>
      )}
      <TemplateChoice
        templates={templates}
        value={values.templateKey}
        onChange={key => set('templateKey', key)}
        error={state.errors.templateKey}
        year={isYear(values.year) ? Number(values.year) : Number(initial.year)}
      />
      <div className="flex flex-col gap-6 rounded-xl border border-line bg-surface p-5 sm:p-6">
        <TextField
          label={sv.year.label}
          hint={sv.year.hint}
          name="year"
          value={values.year}
          onChange={event => set('year', event.target.value)}
          error={state.errors.year}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          required
          className="!w-28"
        />
        <SelectField
          label={sv.board.label}
          name="boardId"
          placeholder={sv.board.placeholder}
          options={boards.map(({ id, name }) => ({ value: id, label: name }))}
          value={values.boardId}
          onChange={event => set('boardId', event.target.value)}
          error={state.errors.boardId}
          required
        />
        <TextField
          label={sv.diaryNumber.label}
          hint={sv.diaryNumber.hint(example)}
          name="diaryNumber"
          value={values.diaryNumber}
          onChange={event => set('diaryNumber', event.target.value)}
          error={state.errors.diaryNumber}
          autoComplete="off"
          spellCheck={false}
          className="sm:!w-72"
        />
        <TextField
          label={sv.reportTitle.label}
          name="title"
          value={values.title}
          onChange={event => set('title', event.target.value)}
          error={state.errors.title}
          autoComplete="off"
          required
        />
      </div>
      <div className="flex flex-col gap-3 sm:flex-row">
        <Button type="submit" variant="primary" loading={sending}>
          {sv.submit}
        </Button>
        <ButtonLink href="/" variant="ghost">
          {sv.cancel}
        </ButtonLink>
      </div>
    </form>
  )
}
