import type { BoardChoice } from '#server/reports/list-boards.ts'
import type { SourceChoice } from '#server/reports/make-from/list-sources.ts'
import { findDerivation } from '#templates/derivations.ts'
import { fillTitle } from '#templates/fill-title.ts'
import type { FormState } from './form-state.ts'
import type { FieldName } from './sv.ts'
import type { TemplateOption } from './template-options.ts'

type Values = FormState['values']

export const isYear = (text: string): boolean => /^\d{4}$/.test(text)

/** Reports that the chosen document type can be made from, of the chosen board, the newest first. */
export const sourcesFor = ({ templateKey, boardId }: Values, sources: readonly SourceChoice[]): SourceChoice[] =>
  sources.filter(
    source => (!boardId || source.boardId === boardId) && findDerivation(source.templateKey, templateKey) !== null,
  )

/** Parts whose text the person chooses: none where the new report takes no text over. */
export const chaptersFor = (
  { templateKey }: Values,
  source: SourceChoice,
  templates: readonly TemplateOption[],
): TemplateOption['chapters'] =>
  findDerivation(source.templateKey, templateKey)?.sameKeys
    ? (templates.find(({ key }) => key === templateKey)?.chapters ?? [])
    : []

function offeredTitle(values: Values, source: SourceChoice | null, templates: readonly TemplateOption[]): string {
  const own = templates.find(({ key }) => key === values.templateKey)?.title ?? ''
  const pattern = source && findDerivation(source.templateKey, values.templateKey)?.title
  const year = isYear(values.year) ? Number(values.year) : null
  if (pattern) return fillTitle(pattern, { title: source.title, year })
  return year === null ? '' : fillTitle(own, { year })
}

export interface Choices {
  source: SourceChoice | null
  templates: readonly TemplateOption[]
  boards: readonly BoardChoice[]
}

/** What a form offers once it is known what the report is made from. */
export function startValues(values: Values, { source, templates, boards }: Choices): Values {
  const derivation = source && findDerivation(source.templateKey, values.templateKey)
  if (!source || !derivation) return { ...values, title: offeredTitle(values, null, templates) || values.title }
  const next = {
    ...values,
    sourceId: source.id,
    year: String(source.year + derivation.yearsLater),
    boardId: boards.some(({ id }) => id === source.boardId) ? source.boardId : values.boardId,
    diaryNumber: derivation.keepsDiaryNumber ? (source.diaryNumber ?? '') : values.diaryNumber,
  }
  return { ...next, title: offeredTitle(next, source, templates) }
}

/** The form after one change: what was offered follows along, what the person wrote as the title stays. */
export function changed(
  values: Values,
  name: FieldName,
  value: string,
  {
    sources,
    titleIsOwn,
    ...choices
  }: Omit<Choices, 'source'> & { sources: readonly SourceChoice[]; titleIsOwn: boolean },
): Values {
  const next = { ...values, [name]: value }
  const source = sourcesFor(next, sources).find(({ id }) => id === next.sourceId) ?? null
  // Another type or another board, that the report it was made from does not fit.
  if (!source) next.sourceId = ''
  if (name === 'title') return next
  const offered =
    name === 'sourceId'
      ? startValues(next, { ...choices, source })
      : { ...next, title: offeredTitle(next, source, choices.templates) || next.title }
  return titleIsOwn ? { ...offered, title: values.title } : offered
}
