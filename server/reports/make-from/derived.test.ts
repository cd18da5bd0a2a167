import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { board } from '#db/schema/organisation.ts'
import { report } from '#db/schema/report.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { walk } from '#editor/core/document-node.ts'
import type { ResolvedReport, ResolvedSection } from '#editor/core/resolved-report.ts'
import type { Actor } from '../../policies/actor.ts'
import { type DemoServices, demoActor, demoReportOf, demoServices } from '../../testing/demo-services.ts'
import { checkReport } from '../check-report.ts'
import { findReport } from '../find-report.ts'
import { resolveReport } from '../resolve-report.ts'
import { setValue } from '../set-value.ts'
import { addUnit } from '../units/add-unit.ts'
import { makeReport, type ReportFromAnother } from './make-report.ts'
import { paragraph, writeText } from './testing/write-text.ts'

const database = testDatabase()
let services: DemoServices
let author: Actor
let boardId: string

beforeAll(async () => {
  services = await demoServices(database)
  author = await demoActor(services, 'handlaggare')
})
afterAll(() => services.documents.close())

const resolve = async (id: string): Promise<ResolvedReport> =>
  resolveReport(services, await findReport(services.db, author, id, 'report.read'), { fresh: true })
const all = (resolved: ResolvedReport, key: string): ResolvedSection[] =>
  resolved.sections.filter(section => section.key === key)
const at = (resolved: ResolvedReport, key: string): ResolvedSection => {
  const [found] = all(resolved, key)
  if (!found) throw new Error(`no section ${key}`)
  return found
}
const wordsOf = (section: ResolvedSection): string[] => {
  const words: string[] = []
  walk(section.content, ({ text }) => void (text && words.push(text)))
  return words
}

async function source(templateKey: string): Promise<string> {
  const id = await demoReportOf(services, author, templateKey)
  boardId = (await findReport(services.db, author, id, 'report.read')).boardId
  return id
}

async function add(reportId: string, section: string, kind: string, values: Record<string, string>): Promise<string> {
  const { id } = await addUnit(services, author, { sectionId: at(await resolve(reportId), section).id, kind })
  for (const [key, value] of Object.entries(values)) await setValue(services, author, { of: 'unit', id, key, value })
  return id
}

const make = async (sourceId: string, templateKey: string, more: Partial<ReportFromAnother> = {}) =>
  resolve(
    (
      await makeReport(services, author, {
        sourceId,
        templateKey,
        boardId,
        year: 2023,
        diaryNumber: '',
        title: 'Den nya',
        texts: [],
        ...more,
      })
    ).id,
  )

interface PlanRow {
  niva: string
  risk_rutin_process: string
  kontrollmoment: string
  ansvarig: string
  kontrollmetod: string
  frekvens_per_ar: string
}

describe('an internkontrollrapport from its plan', () => {
  test('has a unit for each kontrollmoment of Flen’s plan, those of the styrelse first', async () => {
    const planned: PlanRow[] = parse(
      await readFile('templates/testing/data/flen_internkontrollplan_2024.csv', 'utf8'),
      { columns: true },
    )
    const planId = await source('internkontrollplan')
    await setValue(services, author, { of: 'report', id: planId, key: 'period', value: '2024' })
    // Written the other way round: the order of the report is that of the mapping.
    for (const row of planned.toReversed()) {
      const own = row.niva === 'nämndspecifik'
      await add(
        planId,
        own ? 'namndspecifika-kontrollmoment' : 'kommunovergripande-kontrollmoment',
        own ? 'namndspecifikt-kontrollmoment' : 'kommunovergripande-kontrollmoment',
        {
          risk: row.risk_rutin_process,
          kontrollmoment: row.kontrollmoment,
          ansvarig: row.ansvarig,
          kontrollmetod: row.kontrollmetod,
          frekvens: `${row.frekvens_per_ar}-per-ar`,
        },
      )
    }
    const plan = await resolve(planId)
    const made = await make(planId, 'internkontrollrapport')
    const common = planned.filter(row => row.niva !== 'nämndspecifik').toReversed()
    const own = planned.filter(row => row.niva === 'nämndspecifik').toReversed()
    expect(all(made, 'kontrollmoment').map(({ values }) => values)).toEqual(
      [...common, ...own].map(row => ({
        moment: row.kontrollmoment,
        syfte: row.risk_rutin_process,
        metod: row.kontrollmetod,
        frekvens: `${row.frekvens_per_ar}-per-ar`,
        ansvarig: row.ansvarig,
      })),
    )
    expect(all(made, 'forslag-till-atgarder')).toHaveLength(planned.length)
    expect(made.report.values).toMatchObject({ internkontrollplan: planId, 'galler-for': plan.board.name })
    expect(at(made, 'uppgifter-om-kontrollen').values).toEqual({
      'namnd-forvaltning': plan.board.name,
      kontrollomrade: plan.report.title,
      kontrollperiod: '2024',
    })
    expect(made.sections.filter(section => section.carried)).toEqual([])
  })
})

test('the year’s patientsäkerhetsberättelse takes over the half-year report: sections and units find their places', async () => {
  const halfId = await source('patientsakerhetsrapport')
  const half = await resolve(halfId)
  await add(halfId, 'kvalitetsregister', 'kvalitetsregister', { register: 'Svenska HALT', period: '2023-H2' })
  await add(halfId, 'atgarder-ur-handlingsplanen', 'handlingsplan', { atgard: 'Öka följsamheten', status: 'pagaende' })
  await writeText(
    services.db,
    { reportId: halfId, userId: author.id },
    { [at(half, 'avvikelser').id]: [paragraph('Avvikelserna ökar.')] },
  )
  const made = await make(halfId, 'patientsakerhetsberattelse', { texts: ['agera-for-saker-vard'] })
  expect(at(made, 'avvikelser').written?.content).toEqual([paragraph('Avvikelserna ökar.')])
  const [register] = all(made, 'kvalitetsregister')
  expect(register?.unit?.listedIn).toBe(at(made, 'starka-analys-larande-och-utveckling').id)
  expect(register?.values).toEqual({ register: 'Svenska HALT' })
  const measures = at(made, 'mal-strategier-och-utmaningar-for-kommande-ar').tables.flatMap(({ rows }) => rows)
  expect(measures).toMatchObject([{ values: { atgard: 'Öka följsamheten' }, unanswered: true }])
})

describe('made for another nämnd', () => {
  const own = 'Vård- och omsorgsnämnden'
  const another = 'Barn- och utbildningsnämnden'
  const organsOf = (made: ResolvedReport) =>
    at(made, 'forslag-till-beslut').tables.flatMap(({ rows }) => rows.map(({ values }) => values.organ))

  afterEach(async () => {
    author = await demoActor(services, 'handlaggare')
  })

  /** From here on the author may write for every nämnd. */
  async function elsewhere(): Promise<string> {
    author = { ...author, grants: [{ boardId: null, role: 'handlaggare' }] }
    const [found] = await services.db.select({ id: board.id }).from(board).where(eq(board.name, another))
    return found?.id ?? ''
  }

  test('next year’s proposal is that nämnd’s to decide, where it was the old one’s own', async () => {
    const sourceId = await source('revisionssvar')
    await add(sourceId, 'forslag-till-beslut', 'att-sats', { objekt: 'planen' })
    await add(sourceId, 'forslag-till-beslut', 'att-sats', { organ: 'Kommunfullmäktige', objekt: 'ramen' })
    await add(sourceId, 'forslag-till-beslut', 'att-sats', { organ: `${own}s arbetsutskott`, objekt: 'resten' })
    const written = organsOf(await resolve(sourceId)).slice(-3)
    expect(written).toEqual([own, 'Kommunfullmäktige', `${own}s arbetsutskott`])

    const same = await make(sourceId, 'revisionssvar', { year: 2024 })
    expect(organsOf(same).slice(-3)).toEqual(written)
    const made = await make(sourceId, 'revisionssvar', { year: 2024, boardId: await elsewhere() })
    expect(made.board.name).toBe(another)
    expect(organsOf(made).slice(-3)).toEqual([another, ...written.slice(1)])
    expect(organsOf(made)).not.toContain(own)
  })

  test('the proposal of a tjänsteskrivelse is that nämnd’s to decide', async () => {
    const sourceId = await source('internkontrollplan')
    expect(new Set(organsOf(await make(sourceId, 'tjansteskrivelse')))).toEqual(new Set([own]))
    const made = await make(sourceId, 'tjansteskrivelse', { boardId: await elsewhere() })
    expect(new Set(organsOf(made))).toEqual(new Set([another]))
    expect(made.report.values.till).toBe(another)
  })
})

describe('a tjänsteskrivelse for a report', () => {
  const note = async () => {
    const id = await source('patientsakerhetsberattelse')
    return {
      id,
      made: await make(id, 'tjansteskrivelse', { title: 'Tjänsteskrivelse: Patientsäkerhetsberättelse 2023' }),
    }
  }

  test('proposes what the report’s template says, for its year, to those who get it', async () => {
    const { id, made } = await note()
    expect(made.report.values).toEqual({
      rapport: id,
      till: 'Vård- och omsorgsnämnden',
      tjanstestalle: 'Socialförvaltningen',
    })
    expect(wordsOf(at(made, 'forslag-till-beslut'))).toEqual([
      'Vård- och omsorgsnämnden beslutar',
      'att godkänna patientsäkerhetsberättelsen som sin egen för år 2023, samt',
      'att lägga patientsäkerhetsberättelsen för år 2023 till handlingarna.',
    ])
    const texts = (key: string, field: string) => at(made, key).tables[0]?.rows.map(({ values }) => values[field])
    expect(texts('beslutet-skickas-till', 'mottagare')).toEqual(['Akten', 'Kommunens revisorer'])
    expect(texts('beslutsunderlag', 'handling')).toEqual(['Tjänsteskrivelse', 'Patientsäkerhetsberättelse 2023'])
  })

  test('is told when the report’s year or title has changed, until it says the same', async () => {
    const { id, made } = await note()
    const messages = async () =>
      (await checkReport(services, author, made.report.id))
        .filter(({ rule }) => rule === 'source-changed')
        .map(({ message }) => message)
    expect(await messages()).toEqual([])
    await services.db.update(report).set({ year: 2024, title: 'Berättelse 2024' }).where(eq(report.id, id))
    const [title, year, decision, ...others] = await messages()
    expect(title).toContain('heter nu ”Berättelse 2024”')
    expect(year).toContain('är för 2024, men tjänsteskrivelsen är för 2023')
    expect(decision).toContain('En att-sats gäller 2023')
    expect(others).toEqual([])

    for (const row of at(made, 'forslag-till-beslut').tables[0]?.rows ?? [])
      await setValue(services, author, { of: 'unit', id: row.id, key: 'ar', value: '2024' })
    await services.db
      .update(report)
      .set({ year: 2024, title: 'Tjänsteskrivelse: Berättelse 2024' })
      .where(eq(report.id, made.report.id))
    expect(await messages()).toEqual([])
  })
})
