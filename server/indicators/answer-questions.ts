import type { Db } from '#db/client.ts'
import { InvalidInputError } from '../errors.ts'
import type { Actor } from '../policies/actor.ts'
import { requireCan } from '../policies/require.ts'
import { NoLayoutError } from './errors.ts'
import { describeSource, readDraftHead, takeDraft } from './import/draft.ts'
import { sheetOf } from './import/stage-file.ts'
import type { Layout } from './layout/layout.ts'
import { cellPeriod } from './layout/period-text.ts'
import { answered, type Questions, questionsOf } from './layout/questions.ts'
import { headOf } from './layout/recognise.ts'
import { readSource } from './list-sources.ts'
import { slug } from './slug.ts'
import { openTable } from './table/open-table.ts'

export interface DraftQuestions {
  questions: Questions
  fileName: string
  sourceName: string
  /** Nothing in the file says which part of the organisation it is about. */
  asksArea: boolean
  /** The year that the file's name has, or "". */
  year: string
}

/**
 * What has to be asked before a draft can be read.
 * @throws NotAllowedError
 * @throws DraftGoneError
 * @throws NoLayoutError
 */
export async function readQuestions({ db }: { db: Db }, actor: Actor, draftId: string): Promise<DraftQuestions> {
  const { organisationId } = actor
  requireCan(actor, 'data.import', { organisationId })
  return db.transaction(async tx => {
    const draft = await takeDraft(tx, actor, draftId)
    if (draft.source === '') throw new NoLayoutError()
    const source = await readSource(tx, organisationId, draft.source)
    const layout = draft.layout ?? source.layout
    const table = await openTable(await readDraftHead(tx, draft))
    return {
      questions: questionsOf(layout, await headOf(table, sheetOf(table, layout))),
      fileName: draft.fileName,
      sourceName: source.name,
      asksArea: layout.area.length === 0,
      year: draft.fileName.match(/(?<!\d)(?:19|20)\d\d(?!\d)/)?.[0] ?? '',
    }
  })
}

export interface Answers {
  /** As a person writes it: "2024", "nov 2023", "kvartal 1 2024"; empty where it was not asked. */
  period: string
  /** Four digits; empty where it was not asked. */
  year: string
  /** What the whole file is about; empty to keep what the source says. */
  area: string
}

function layoutFrom(layout: Layout, answers: Answers): Layout {
  const area = answers.area.replace(/\s+/g, ' ').trim()
  const period = answers.period.trim() === '' ? null : cellPeriod(answers.period, null)
  const year = answers.year.trim() === '' ? null : Number(answers.year)
  const fields = {
    ...(answers.period.trim() !== '' && period === null && { period: 'not-a-period' }),
    ...(year !== null && !/^(?:19|20|21)\d\d$/.test(answers.year.trim()) && { year: 'not-a-period' }),
    ...(area.length > 200 && { area: 'too-long' }),
  }
  if (Object.keys(fields).length) throw new InvalidInputError(fields)
  return answered(layout, { period, year, area: slug(area) === '' ? null : { text: area, slug: slug(area) } })
}

/**
 * The layout of a source with answers to what its files do not say, for one file.
 * @throws NotAllowedError
 * @throws UnknownSourceError
 * @throws InvalidInputError with `period` or `year`: not-a-period; with `area`: too-long
 */
export async function layoutWithAnswers(
  { db }: { db: Db },
  actor: Actor,
  source: string,
  answers: Answers,
): Promise<Layout> {
  const { organisationId } = actor
  requireCan(actor, 'data.import', { organisationId })
  return layoutFrom((await readSource(db, organisationId, source)).layout, answers)
}

/**
 * Reads this draft with the answers; the source's next file asks again.
 * @throws NotAllowedError
 * @throws DraftGoneError
 * @throws NoLayoutError
 * @throws InvalidInputError as {@link layoutWithAnswers}
 */
export async function answerQuestions(
  { db }: { db: Db },
  actor: Actor,
  draftId: string,
  answers: Answers,
): Promise<void> {
  const { organisationId } = actor
  requireCan(actor, 'data.import', { organisationId })
  await db.transaction(async tx => {
    const draft = await takeDraft(tx, actor, draftId)
    if (draft.source === '') throw new NoLayoutError()
    const layout = draft.layout ?? (await readSource(tx, organisationId, draft.source)).layout
    await describeSource(tx, draft, { source: draft.source, layout: layoutFrom(layout, answers) })
  })
}
