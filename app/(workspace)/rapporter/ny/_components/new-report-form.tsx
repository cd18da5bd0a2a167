'use client'

import { useState } from 'react'
import { useFormAction } from '#app/ui/use-form-action.ts'
import { useKeptForm } from '#app/ui/use-kept-form.ts'
import { Button } from '#editor/ui/button.tsx'
import { Notice } from '#editor/ui/notice.tsx'
import type { BoardChoice } from '#server/reports/list-boards.ts'
import type { SourceChoice } from '#server/reports/make-from/list-sources.ts'
import { findJointAnswer } from '#templates/joint-answer.ts'
import { ButtonLink } from '../../../../ui/button-link.tsx'
import { SelectField } from '../../../../ui/select-field.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { createReportAction } from '../actions.ts'
import type { FormState } from '../form-state.ts'
import { changed, chaptersFor, isYear, sourcesFor } from '../start-values.ts'
import { type FieldName, sv } from '../sv.ts'
import type { TemplateOption } from '../template-options.ts'
import { SourceChoiceFields } from './source-choice.tsx'
import { TemplateChoice } from './template-choice.tsx'

export interface NewReportFormProps {
  boards: BoardChoice[]
  templates: TemplateOption[]
  sources: SourceChoice[]
  initial: FormState['values']
}

export function NewReportForm({ boards, templates, sources, initial }: NewReportFormProps) {
  const [state, send, sending] = useFormAction(
    createReportAction,
    { values: initial, texts: [], errors: {}, message: null },
    (message, before) => ({ ...before, errors: {}, message }),
  )
  const [values, setValues] = useState(state.values)
  const [titleIsOwn, setTitleIsOwn] = useState(false)
  const form = useKeptForm(send, state.errors)

  const fitting = sourcesFor(values, sources)
  const source = fitting.find(({ id }) => id === values.sourceId) ?? null
  const set = (name: FieldName, value: string) => {
    if (name === 'title') setTitleIsOwn(value !== '')
    setValues(changed(values, name, value, { sources, templates, boards, titleIsOwn }))
  }

  const example = (boards.find(board => board.id === values.boardId) ?? boards[0])?.diaryNumberExample ?? ''
  return (
    <form {...form} className="flex flex-col gap-6">
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
      {(fitting.length > 0 || values.sourceId !== '') && (
        <SourceChoiceFields
          sources={fitting}
          value={values.sourceId}
          onChange={id => set('sourceId', id)}
          error={state.errors.sourceId}
          chapters={source ? chaptersFor(values, source, templates) : []}
        />
      )}
      {findJointAnswer(values.templateKey)?.isJoint && (
        <Notice>{values.sourceId ? sv.joint.follows : sv.joint.begins}</Notice>
      )}
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
