import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reportAnswer, reportUnit } from '#db/schema/report.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { plainText } from '#editor/blocks/plain-text.ts'
import { EMPTY_FIGURES } from '#editor/core/figure.ts'
import type { ResolvedReport, ResolvedSection } from '#editor/core/resolved-report.ts'
import { fillGaps } from '#templates/testing/fill-samples.ts'
import { ChecksFailedError, NotAllowedError } from '../errors.ts'
import { listMeasures } from '../measures/list-measures.ts'
import { measureFilter } from '../measures/measure-filter.ts'
import type { Actor } from '../policies/actor.ts'
import { checkReport } from '../reports/check-report.ts'
import { findReport } from '../reports/find-report.ts'
import { lockReport } from '../reports/lock-report.ts'
import { makeReport } from '../reports/make-from/make-report.ts'
import { readStructure } from '../reports/read-structure.ts'
import { resolveReport } from '../reports/resolve-report.ts'
import { setValue } from '../reports/set-value.ts'
import { addUnit } from '../reports/units/add-unit.ts'
import { updateSection } from '../reports/update-section.ts'
import { type DemoServices, demoActor, demoServices } from '../testing/demo-services.ts'
import { serviceDriver } from '../testing/service-driver.ts'
import { assembleAnswers, includeAnswer } from './assemble-answers.ts'
import { shareReview } from './share-review.ts'
import { boardId, reviewAnswer } from './testing/review.ts'

const database = testDatabase()
let services: DemoServices
let care: Actor
let school: Actor
let coordinator: Actor
let director: Actor
let styrelse: string

beforeAll(async () => {
  services = await demoServices(database)
  care = await demoActor(services, 'forvaltningschef')
  school = await demoActor(services, 'skolchef')
  coordinator = await demoActor(services, 'samordnare')
  director = await demoActor(services, 'kommundirektor')
  styrelse = await boardId(services, coordinator, 'Kommunstyrelsen')
})
afterAll(() => services.documents.close())

const resolve = async (actor: Actor, id: string): Promise<ResolvedReport> =>
  resolveReport(services, await findReport(services.db, actor, id, 'report.read'), { fresh: true, reader: actor })
const lines = (sections: readonly ResolvedSection[]): string[] =>
  sections.flatMap(({ content }) =>
    plainText(content, { data: EMPTY_FIGURES, imageUrl: () => '' })
      .split(/[\n\t]/)
      .filter(Boolean),
  )

/** Two nämnder with an answer each, empty but for the quote, and what the styrelse puts them together in. */
async function together(quotes = ['Ta fram en plan.']): Promise<{ careId: string; schoolId: string; jointId: string }> {
  const careId = await reviewAnswer(services, care, { board: 'Vård', quotes })
  const boardIds = [await boardId(services, coordinator, 'Barn')]
  const [shared] = await shareReview(services, coordinator, { reportId: careId, boardIds })
  const { id } = await assembleAnswers(services, coordinator, { reportId: careId, boardId: styrelse })
  return { careId, schoolId: shared?.reportId ?? '', jointId: id }
}

/** Everything that the checks ask for, in words of this nämnd's own. */
async function answerAll(actor: Actor, id: string, word: string): Promise<void> {
  const driver = serviceDriver(services, actor, id)
  const { sections } = await driver.structure()
  for (const { key, id: sectionId, unit, fields } of sections) {
    if (unit?.head && fields.some(field => field.key === 'installning'))
      await setValue(services, actor, { of: 'unit', id: unit.id, key: 'installning', value: 'instammer' })
    if (key !== 'planerade-atgarder') continue
    const row = await addUnit(services, actor, { sectionId, kind: 'planerad-atgard' })
    const values = { atgard: `${word} planerar`, ansvarig: 'Chef', klart: '2025-03-31', status: 'pagaende' }
    for (const [field, value] of Object.entries(values))
      await setValue(services, actor, { of: 'unit', id: row.id, key: field, value })
  }
  await fillGaps(driver)
  for (const section of sections)
    if (section.hasText && section.required !== 'no') await driver.write(section.id, `${word} om ${section.heading}.`)
}

describe('two finished answers, of which one is locked', () => {
  let careId: string
  let schoolId: string
  let jointId: string

  beforeAll(async () => {
    ;({ careId, schoolId, jointId } = await together())
    await answerAll(care, careId, 'Vården')
    await answerAll(school, schoolId, 'Skolan')
    await answerAll(coordinator, jointId, 'Styrelsen')
    await lockReport(services, care, careId)
  })

  test('stand under the nämnders’ names word for word, the open one as a draft', async () => {
    const draft = await resolve(coordinator, jointId)
    const [first] = draft.sections.filter(({ key }) => key === 'rekommendation')
    expect(lines(first ? [first] : [])).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Ur Vård- och omsorgsnämndens svar, låst \d/),
        'UTKAST: Barn- och utbildningsnämndens svar är inte låst och kan ändras.',
        'Skolan planerar',
      ]),
    )
    for (const [actor, id] of [
      [care, careId],
      [school, schoolId],
    ] as const) {
      const own = await resolve(actor, id)
      const parts = own.sections.filter(({ unit }) => unit && !unit.head)
      expect(parts).toHaveLength(4)
      const said = lines(draft.sections)
      for (const line of lines(parts)) expect(said).toContain(line)
    }
  })

  test('the draft is shown only to those who may read it where it is written', async () => {
    const said = JSON.stringify((await readStructure(services, director, jointId)).sections)
    expect(said).toContain('Vården planerar')
    expect(said).not.toContain('Skolan planerar')
    expect(said).toContain('Du kan läsa svaret när nämnden har låst det.')
    expect(JSON.stringify((await readStructure(services, coordinator, jointId)).sections)).toContain('Skolan planerar')
  })

  test('the draft stops the lock, with a link to it, until it is locked too', async () => {
    const stops = (await checkReport(services, director, jointId)).filter(({ level }) => level === 'stop')
    expect(stops).toEqual([
      expect.objectContaining({ rule: 'joint-answers', link: expect.objectContaining({ reportId: schoolId }) }),
    ])
    await expect(lockReport(services, director, jointId)).rejects.toThrow(ChecksFailedError)
    await lockReport(services, school, schoolId)
    await lockReport(services, director, jointId)
    const frozen = await resolve(director, jointId)
    expect(lines(frozen.sections).filter(line => line.includes('UTKAST'))).toEqual([])
    expect(frozen.joint?.answers.map(({ id, status }) => [id, status])).toEqual([
      [schoolId, 'locked'],
      [careId, 'locked'],
    ])
  })

  test('the register has each åtgärd once, where it was promised', async () => {
    const { measures } = await listMeasures(services, coordinator, measureFilter.parse({ search: 'planerar' }))
    const rows = measures.filter(({ reportId }) => [careId, schoolId, jointId].includes(reportId))
    expect(rows.map(({ reportId }) => reportId).toSorted()).toEqual([careId, schoolId].toSorted())
  })
})

test('what is missing is said: a part without a word, a reason, a nämnd without an answer', async () => {
  const { careId, jointId } = await together(['Ta fram en plan.', 'Följ upp målen.'])
  const { sections } = await readStructure(services, care, careId)
  const other = sections.find(({ key }) => key === 'andra-synpunkter')
  await updateSection(services, care, other?.id ?? '', { notApplicableReason: 'Inget att tillägga.' })
  await setValue(services, coordinator, {
    of: 'report',
    id: jointId,
    key: 'svarande-namnder',
    value: 'Vård- och omsorgsnämnden\nKulturnämnden',
  })
  const second = sections.findLast(({ key, unit }) => key === 'rekommendation' && unit?.head)
  for (const [key, value] of [
    ['installning', 'instammer-ej'],
    ['motivering', 'Det görs redan.'],
  ])
    await setValue(services, care, { of: 'unit', id: second?.unit?.id, key, value })
  const joint = await resolve(coordinator, jointId)
  const said = lines(joint.sections)
  // It stands below the recommendation that it answers, and nowhere else.
  const heads = joint.sections.filter(({ key }) => key === 'rekommendation')
  expect(heads.map(head => lines([head]).includes('Det görs redan.'))).toEqual([false, true])
  expect(said).toContain('Ej tillämpligt: Inget att tillägga.')
  expect(said.filter(line => line === 'Uppgift saknas').length).toBeGreaterThan(8)
  expect(said.slice(said.indexOf('Kulturnämnden'), said.indexOf('Kulturnämnden') + 2)).toEqual([
    'Kulturnämnden',
    'Svar saknas',
  ])
  expect((await checkReport(services, coordinator, jointId)).map(({ message }) => message)).toContainEqual(
    expect.stringContaining('Kulturnämnden står bland svarande nämnder men nämndens svar är inte med'),
  )
  expect(said).toContain('Inställning: Uppgift saknas: 3, Instämmer ej: 1.')
})

test('one is put together, by those who may create there, and a later answer is taken in', async () => {
  const careId = await reviewAnswer(services, care, { board: 'Vård', quotes: ['Ta fram en plan.'] })
  await expect(assembleAnswers(services, care, { reportId: careId, boardId: styrelse })).rejects.toThrow(
    NotAllowedError,
  )
  const both = await Promise.all(
    [1, 2].map(() => assembleAnswers(services, coordinator, { reportId: careId, boardId: styrelse })),
  )
  expect(both.map(({ isNew }) => isNew).toSorted()).toEqual([false, true])
  const jointId = both[0]?.id ?? ''
  const boardIds = [await boardId(services, coordinator, 'Barn')]
  const [later] = await shareReview(services, coordinator, { reportId: careId, boardIds })
  const waiting = async () => (await readStructure(services, coordinator, jointId)).answers?.notIncluded
  expect(await waiting()).toMatchObject([{ id: later?.reportId, boardName: 'Barn- och utbildningsnämnden' }])
  await includeAnswer(services, coordinator, { reportId: jointId, answerId: later?.reportId })
  expect(await waiting()).toEqual([])
  const { answers } = await readStructure(services, coordinator, jointId)
  expect(answers?.others.map(({ boardName, progress }) => [boardName, progress])).toEqual([
    ['Vård- och omsorgsnämnden', { answered: 0, of: 1 }],
    ['Barn- och utbildningsnämnden', { answered: 0, of: 1 }],
  ])
})

test('next year each nämnd’s undone åtgärder come as questions in its own answer, and the recommendations go on', async () => {
  const { careId, schoolId, jointId } = await together()
  await answerAll(care, careId, 'Vården')
  await answerAll(school, schoolId, 'Skolan')
  const next = {
    templateKey: 'samlat-revisionssvar',
    boardId: styrelse,
    year: 2025,
    diaryNumber: '',
    title: 'Uppföljning',
    sourceId: jointId,
    texts: [],
  }
  const lineages = async (id: string) =>
    (await services.db.query.reportUnit.findMany({ where: eq(reportUnit.reportId, id) }))
      .filter(({ kind }) => kind === 'rekommendation')
      .map(({ lineageId }) => lineageId)
      .toSorted()
  const followers = async (id: string) => (await readStructure(services, coordinator, id)).answers?.others ?? []
  // Two who do it at once get a samlat svar each, and the nämnder one answer.
  const [{ id }, other] = await Promise.all([
    makeReport(services, coordinator, next),
    makeReport(services, coordinator, next),
  ])
  const linked = async (jointId: string) =>
    (await services.db.query.reportAnswer.findMany({ where: eq(reportAnswer.reportId, jointId) }))
      .map(({ answerId }) => answerId)
      .toSorted()
  expect(await linked(other.id)).toEqual(await linked(id))
  expect(await linked(id)).toHaveLength(2)
  expect(await lineages(id)).toEqual(await lineages(jointId))
  const made = await followers(id)
  expect(made.map(({ boardName }) => boardName)).toEqual(['Barn- och utbildningsnämnden', 'Vård- och omsorgsnämnden'])
  for (const [answer, word] of [
    [made[0], 'Skolan'],
    [made[1], 'Vården'],
  ] as const) {
    const { report, sections } = await readStructure(services, coordinator, answer?.id ?? '')
    expect(report.year).toBe(2025)
    const rows = sections.flatMap(({ tables }) => tables.filter(({ kind }) => kind.measure).flatMap(one => one.rows))
    expect(rows.map(({ values, unanswered }) => [values.atgard, unanswered])).toContainEqual([`${word} planerar`, true])
    expect(await lineages(answer?.id ?? '')).toEqual(await lineages(jointId))
  }
  // What has been made is found, by whoever makes the samlat svar again.
  const again = await makeReport(services, coordinator, next)
  expect((await followers(again.id)).map(one => one.id)).toEqual(made.map(one => one.id))
  // A nämnd where the actor may make nothing is left out, and said to be.
  const alone = await makeReport(services, director, { ...next, year: 2026 })
  expect(await followers(alone.id)).toEqual([])
  expect((await checkReport(services, director, alone.id)).map(({ rule }) => rule)).toContain('answering-boards')
})
