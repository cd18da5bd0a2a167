'use server'

import { redirect } from 'next/navigation'
import { InvalidInputError } from '#server/errors.ts'
import { createReport } from '#server/reports/create-report.ts'
import { makeReport } from '#server/reports/make-from/make-report.ts'
import { services } from '#server/services.ts'
import { errorText } from '../../../error-text.ts'
import { requireActor } from '../../../session.ts'
import type { FormState } from './form-state.ts'
import { type FieldName, sv } from './sv.ts'

const NAMES: FieldName[] = ['templateKey', 'sourceId', 'year', 'boardId', 'diaryNumber', 'title']

const OPTIONAL: FieldName[] = ['diaryNumber', 'sourceId']

const read = (form: FormData, name: FieldName): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** Says "choose one" where `createReport` would say "there is no such one". */
function emptyFields(values: FormState['values']): FormState['errors'] {
  const empty = NAMES.filter(name => !OPTIONAL.includes(name) && !values[name])
  return Object.fromEntries(empty.map(name => [name, sv.errors[name].required]))
}

const explain = (fields: Record<string, string>): FormState['errors'] =>
  Object.fromEntries(
    NAMES.flatMap(name => {
      const code = fields[name]
      return code ? [[name, sv.errors[name][code] ?? sv.otherFieldError]] : []
    }),
  )

export async function createReportAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor('/rapporter/ny')
  const values = {
    templateKey: read(form, 'templateKey'),
    sourceId: read(form, 'sourceId'),
    boardId: read(form, 'boardId'),
    year: read(form, 'year'),
    diaryNumber: read(form, 'diaryNumber'),
    title: read(form, 'title'),
  }
  const texts = form.getAll('texts').filter(key => typeof key === 'string')
  const empty = emptyFields(values)
  // Without a board there is nobody's rule for diary numbers to check against.
  if (empty.boardId) return { values, texts, errors: empty, message: null }
  let id: string
  try {
    const input = { ...values, year: Number(values.year) }
    const made = values.sourceId
      ? await makeReport(services(), actor, { ...input, texts })
      : await createReport(services(), actor, input)
    id = made.id
  } catch (error) {
    if (error instanceof InvalidInputError)
      return { values, texts, errors: { ...explain(error.fields), ...empty }, message: null }
    return { values, texts, errors: {}, message: errorText(error).message }
  }
  redirect(`/rapporter/${id}`)
}
