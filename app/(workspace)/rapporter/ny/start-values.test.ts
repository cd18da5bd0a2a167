import { expect, test } from 'vitest'
import type { SourceChoice } from '#server/reports/make-from/list-sources.ts'
import { templates } from '#templates/index.ts'
import { changed, chaptersFor, sourcesFor, startValues } from './start-values.ts'
import { templateOptions } from './template-options.ts'

const board = (id: string) => ({ id, name: id, diaryNumberExample: '', mayCreate: true })
const source = (id: string, templateKey: string, year: number, boardId = 'von'): SourceChoice => ({
  id,
  title: `Rapport ${year}`,
  templateKey,
  year,
  boardId,
  boardName: boardId,
  diaryNumber: 'VON/2024:18',
})
const sources = [
  source('psb', 'patientsakerhetsberattelse', 2023),
  source('plan', 'internkontrollplan', 2024),
  source('other', 'patientsakerhetsberattelse', 2023, 'ks'),
]
const choices = { templates: templateOptions(templates), boards: [board('von'), board('ks')] }
const empty = { templateKey: '', sourceId: '', boardId: '', year: '2025', diaryNumber: '', title: '' }
const chosen = (templateKey: string, boardId = '') => ({ ...empty, templateKey, boardId })
const ids = (found: SourceChoice[]): string[] => found.map(({ id }) => id)

test('a type offers what it can be made from, of the chosen board', () => {
  expect(ids(sourcesFor(chosen('patientsakerhetsberattelse'), sources))).toEqual(['psb', 'other'])
  expect(ids(sourcesFor(chosen('patientsakerhetsberattelse', 'von'), sources))).toEqual(['psb'])
  expect(ids(sourcesFor(chosen('internkontrollrapport'), sources))).toEqual(['plan'])
  expect(ids(sourcesFor(chosen('tjansteskrivelse'), sources))).toEqual(['psb', 'plan', 'other'])
  expect(sourcesFor(chosen(''), sources)).toEqual([])
})

test('last year’s report gives the year after, its board and a title, and no diary number', () => {
  const [psb = null] = sources
  expect(startValues(chosen('patientsakerhetsberattelse'), { ...choices, source: psb })).toMatchObject({
    sourceId: 'psb',
    year: '2024',
    boardId: 'von',
    diaryNumber: '',
    title: 'Patientsäkerhetsberättelse 2024',
  })
})

test('a cover note has the report’s year, diary number and title, and takes no text over', () => {
  const [psb = null] = sources
  if (!psb) throw new Error('no source')
  const values = startValues(chosen('tjansteskrivelse'), { ...choices, source: psb })
  expect(values).toMatchObject({ year: '2023', diaryNumber: 'VON/2024:18', title: 'Tjänsteskrivelse: Rapport 2023' })
  expect(chaptersFor(values, psb, choices.templates)).toEqual([])
  expect(chaptersFor(chosen('patientsakerhetsberattelse'), psb, choices.templates).map(({ key }) => key)).toContain(
    'sammanfattning',
  )
})

test('a change of type or board lets go of a report that does not fit, and leaves a title that somebody wrote', () => {
  const context = { ...choices, sources, titleIsOwn: false }
  const made = changed(chosen('patientsakerhetsberattelse'), 'sourceId', 'psb', context)
  expect(made.sourceId).toBe('psb')
  expect(changed(made, 'boardId', 'ks', context).sourceId).toBe('')
  expect(changed(made, 'templateKey', 'namndplan', context).sourceId).toBe('')
  expect(changed(made, 'year', '2026', context)).toMatchObject({
    sourceId: 'psb',
    title: 'Patientsäkerhetsberättelse 2026',
  })
  expect(changed({ ...made, title: 'Min' }, 'year', '2026', { ...context, titleIsOwn: true }).title).toBe('Min')
})
