import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db } from '#db/client.ts'
import { type DocumentNode, walk } from '#editor/core/document-node.ts'
import { loadActorByLogin } from '#server/auth/load-actor.ts'
import { loadDemo } from '#server/demo/load-demo.ts'
import { createDocuments } from '#server/documents/create-documents.ts'
import { readEnv } from '#server/env.ts'
import { listIndicators } from '#server/indicators/list-indicators.ts'
import type { Actor } from '#server/policies/actor.ts'
import { openDatabase } from '#server/process/open-database.ts'
import { createReport } from '#server/reports/create-report.ts'
import { findReport } from '#server/reports/find-report.ts'
import { listBoards } from '#server/reports/list-boards.ts'
import { makeReport } from '#server/reports/make-from/make-report.ts'
import { paragraph, writeText } from '#server/reports/make-from/testing/write-text.ts'
import { readStructure } from '#server/reports/read-structure.ts'
import { resolveReport } from '#server/reports/resolve-report.ts'
import { addUnit } from '#server/reports/units/add-unit.ts'
import { patientsakerhetsberattelse as template } from '#templates/patientsakerhetsberattelse/template.ts'
import { percentiles } from './statistics.ts'

const SECTIONS = 30
const BLOCKS = 60
const WORDS = 45_000
const ROUNDS = 20
const GOAL_MS = 1000
const YEAR = 2023

const sentence = 'Under 2023 följde verksamheten upp avvikelser och risker tillsammans med patienter och närstående.'
const wordsIn = sentence.split(' ').length

/** The report of the goal: 26 sections of the template and four quality registers, a share of text and blocks in each. */
async function makeSource(db: Db, mas: Actor, boardId: string): Promise<string> {
  const head = { templateKey: template.key, boardId, year: YEAR, diaryNumber: '', title: `Berättelse ${YEAR}` }
  const { id: reportId } = await createReport({ db }, mas, head)
  const listing = (await readStructure({ db }, mas, reportId)).sections.find(({ lists }) => lists.length > 0)
  for (let more = template.sections.length; more < SECTIONS; more++)
    await addUnit({ db }, mas, { sectionId: listing?.id, kind: 'kvalitetsregister' })
  const { sections } = await readStructure({ db }, mas, reportId)
  const written = sections.filter(({ hasText }) => hasText)
  const indicatorIds = (await listIndicators({ db }, mas)).flatMap(source => source.indicators).map(({ id }) => id)
  const paragraphs = Math.ceil(WORDS / (wordsIn * 5) / written.length)
  const blocksOf = (index: number): DocumentNode[] =>
    Array.from({ length: BLOCKS })
      .filter((_, block) => block % written.length === index)
      .map(() => ({
        type: 'indicatorTable',
        attrs: { indicatorIds: indicatorIds.slice(0, 8), year: YEAR, caption: `Resultat ${YEAR}` },
      }))
  const text = Array.from({ length: paragraphs }, () => paragraph(Array(5).fill(sentence).join(' ')))
  await writeText(
    db,
    { reportId, userId: mas.id },
    Object.fromEntries(written.map(({ id }, index) => [id, [...text, ...blocksOf(index)]])),
  )
  return reportId
}

const dataDir = await mkdtemp(join(tmpdir(), 'samskrift-bench-'))
const database = await openDatabase({ ...readEnv(), DATABASE_URL: undefined, SAMSKRIFT_DATA: dataDir })
const { db } = database.client
const documents = createDocuments(database.client)
try {
  await loadDemo(db)
  const mas = await loadActorByLogin(db, 'mas')
  if (!mas) throw new Error('the demo is not loaded')
  const boardId = (await listBoards({ db }, mas)).find(({ mayCreate }) => mayCreate)?.id ?? ''
  const sourceId = await makeSource(db, mas, boardId)
  const input = {
    sourceId,
    templateKey: template.key,
    boardId,
    year: YEAR + 1,
    diaryNumber: '',
    title: `Berättelse ${YEAR + 1}`,
    texts: template.sections.map(({ key }) => key),
  }
  const took: number[] = []
  let madeId = ''
  for (let round = 0; round < ROUNDS; round++) {
    const begun = performance.now()
    madeId = (await makeReport({ db, documents }, mas, input)).id
    took.push(performance.now() - begun)
  }

  const row = await findReport(db, mas, madeId, 'report.read')
  const { sections } = await resolveReport({ db, documents }, row, { fresh: true })
  let moved = 0
  for (const { written } of sections)
    if (written)
      walk(written, ({ type, attrs }) => void (type === 'indicatorTable' && attrs?.year === YEAR + 1 && moved++))
  if (sections.length !== SECTIONS || moved !== BLOCKS)
    throw new Error(`made ${sections.length} sections with ${moved} blocks of the new year`)

  // The first one also folds what was written last and waits for the worker to load its code.
  const [first = Number.NaN, ...others] = took
  const result = {
    at: new Date().toISOString(),
    node: process.version,
    cores: cpus().length,
    report: { sections: SECTIONS, blocks: BLOCKS, words: WORDS },
    firstMs: Math.round(first * 10) / 10,
    ms: percentiles(others),
  }
  console.table([
    { figure: 'first', goal: `< ${GOAL_MS} ms`, measured: result.firstMs, reached: first < GOAL_MS },
    { figure: 'p50', goal: `< ${GOAL_MS} ms`, measured: result.ms.p50, reached: result.ms.p50 < GOAL_MS },
    { figure: 'p95', goal: `< ${GOAL_MS} ms`, measured: result.ms.p95, reached: result.ms.p95 < GOAL_MS },
  ])
  await mkdir('bench/results', { recursive: true })
  await writeFile('bench/results/roll-forward.json', `${JSON.stringify(result, null, 2)}\n`)
} finally {
  await documents.close()
  await database.close()
  await rm(dataDir, { recursive: true, force: true })
}
