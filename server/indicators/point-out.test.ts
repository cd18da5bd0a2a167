import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import { figureKey } from '#editor/core/figure.ts'
import type { Actor } from '../policies/actor.ts'
import { answerQuestions, readQuestions } from './answer-questions.ts'
import { confirmImport } from './confirm-import.ts'
import { importFile } from './import-file.ts'
import type { Pointing } from './layout/pointing.ts'
import { forgetSource, listSources } from './list-sources.ts'
import { pointOut, previewPointing, readPointing } from './point-out.ts'
import { previewDraft, saveDraft } from './preview-import.ts'
import { readFigures } from './read-figures.ts'
import { makeActor, makeColleague } from './testing/organisation.ts'
import { sampleFile } from './testing/sample-files.ts'

const database = testDatabase()
let actor: Actor
beforeAll(async () => {
  actor = await makeActor(database.db)
})

const save = async (text: string, fileName = 'fil.csv') =>
  (await saveDraft(database, actor, { source: null, fileName, bytes: Buffer.from(text) })).draftId

const SURVEY = 'Fråga;Avdelning;Svar 2023;n 2023;Mål 2023\nTrygghet;Äldre;78,2 %;120;80\nMat;Äldre;<5;4;70\n'
const QUITE_OTHER = 'månad;vikt kg;portioner\njan;1,5;300\nfeb;2,5;310\n'

const roles = ({ columns }: Pointing): string[] => columns.map(column => column.role)

describe('a file that nobody knows', () => {
  it('is proposed by its words and its cells', async () => {
    const page = await readPointing(database, actor, await save(SURVEY))
    expect(page.source).toBe('')
    expect(page.rows).toHaveLength(3)
    expect(roles(page.pointing)).toEqual(['name', 'area', 'result', 'denominator', 'target'])
    expect(page.pointing.measures).toEqual([{ name: '', unit: 'percent', unitText: '', better: 'none' }])
  })

  it('has an indicator per column where no column names the rows, and asks for the year of its months', async () => {
    const { pointing } = await readPointing(database, actor, await save(QUITE_OTHER, 'matsvinn-2022.csv'))
    expect(roles(pointing)).toEqual(['period', 'result', 'result'])
    expect(pointing).toMatchObject({ year: 2022, columns: [{}, { measure: 'vikt kg' }, { measure: 'portioner' }] })
    const { words } = await previewPointing(database, actor, await save(QUITE_OTHER), pointing)
    expect(words[0]).toEqual({ line: 2, about: 'vikt kg', what: 'Resultat januari 2022', value: '1,5' })
  })

  it('is told in words before anything is kept', async () => {
    const draftId = await save(SURVEY)
    const { pointing } = await readPointing(database, actor, draftId)
    const { words, errors } = await previewPointing(database, actor, draftId, pointing)
    expect(errors).toEqual([])
    expect(words.map(({ about, what, value }) => `${about}: ${what} = ${value}`)).toEqual([
      'Äldre, Trygghet: Resultat 2023 = 78,2\u00a0%, n = 120',
      'Äldre, Trygghet: Mål 2023 = 80\u00a0%',
      'Äldre, Mat: Resultat 2023 = dolt av källan',
      'Äldre, Mat: Mål 2023 = 70\u00a0%',
    ])
    await expect(previewDraft(database, actor, draftId)).rejects.toMatchObject({ code: 'no-layout' })
    await expect(confirmImport(database, actor, draftId)).rejects.toMatchObject({ code: 'no-layout' })
  })

  it('is refused where the choices make no figures', async () => {
    const draftId = await save(SURVEY)
    const { pointing } = await readPointing(database, actor, draftId)
    const without = (role: string): Pointing => ({
      ...pointing,
      columns: pointing.columns.map(column => (column.role === role ? { ...column, role: 'ignore' } : column)),
    })
    for (const wrong of [without('name'), { ...without('result'), columns: without('result').columns.slice(0, 2) }])
      await expect(
        pointOut(database, actor, draftId, wrong, { id: null, name: 'Enkät', keep: true }),
      ).rejects.toMatchObject({ code: 'invalid-layout' })
  })
})

describe('what somebody pointed out', () => {
  it('reads the next file of the kind, found by its headers, whatever the year and the order of columns', async () => {
    const draftId = await save(SURVEY)
    const { pointing } = await readPointing(database, actor, draftId)
    for (const [name, code] of [
      [' ', 'missing'],
      ['x'.repeat(81), 'too-long'],
      ['Avvikelser', 'taken'],
    ] as const)
      await expect(pointOut(database, actor, draftId, pointing, { id: null, name, keep: true })).rejects.toMatchObject({
        fields: { name: code },
      })
    await pointOut(database, actor, draftId, pointing, { id: null, name: 'Stora enkäten', keep: true })
    expect((await confirmImport(database, actor, draftId)).written).toBe(4)

    const later = 'n 2024;Svar 2024;Fråga;Avdelning\n130;79,0 %;Trygghet;Äldre\n'
    const upload = { source: null, fileName: 'svar.csv', bytes: Buffer.from(later), dryRun: false }
    const { preview, result } = await importFile(database, actor, upload)
    expect(preview).toMatchObject({ source: 'stora-enkaten', sourceName: 'Stora enkäten', errors: [] })
    expect(preview.additions).toMatchObject([{ period: '2024', new: '79.0', newDenominator: '130' }])
    expect(result?.written).toBe(1)
    const [indicatorId] = preview.additions.map(addition => addition.indicatorId)
    const ref = { indicatorId: indicatorId ?? '', kind: 'result', period: '2024', gender: 'T' } as const
    const { figures } = await readFigures(database, actor.organisationId, [ref])
    expect(figures[figureKey(ref)]?.passport).toMatchObject({ source: 'stora-enkaten', sourceName: 'Stora enkäten' })
    expect(await listSources(database, actor)).toContainEqual(
      expect.objectContaining({ id: 'stora-enkaten', name: 'Stora enkäten', own: true }),
    )
  })

  it('is of its organisation alone, and of those who may import', async () => {
    const other = await makeActor(database.db)
    const upload = { source: null, fileName: 'a.csv', bytes: Buffer.from(SURVEY) }
    expect(await saveDraft(database, other, upload)).toMatchObject({ source: null })
    const draftId = await save(SURVEY)
    await expect(readPointing(database, other, draftId)).rejects.toMatchObject({ code: 'draft-gone' })
    const reader = await makeColleague(database.db, actor.organisationId, 'revisor', 'Revisor')
    await expect(readPointing(database, reader, draftId)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(forgetSource(database, reader, 'stora-enkaten')).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('may replace how a source of the product is read, until it is forgotten', async () => {
    const own = await makeActor(database.db)
    const file = 'Riskområde;Mätning;Andel 2024\nFall;Åtgärdsplan;95\n'
    const upload = { source: null, fileName: 'a.csv', bytes: Buffer.from(file) }
    const { draftId } = await saveDraft(database, own, upload)
    const { pointing } = await readPointing(database, own, draftId)
    await pointOut(database, own, draftId, pointing, { id: 'senior-alert', name: '', keep: true })
    await confirmImport(database, own, draftId)
    expect(await saveDraft(database, own, upload)).toMatchObject({ source: 'senior-alert' })
    await forgetSource(database, own, 'senior-alert')
    expect(await saveDraft(database, own, upload)).toMatchObject({ source: null })
    const sample = { source: null, fileName: 'b.csv', bytes: sampleFile('senior-alert') }
    expect(await saveDraft(database, own, sample)).toMatchObject({ source: 'senior-alert' })
  })
})

it.each([
  ['senior-alert', 'senior-alert', false],
  ['palliativregistret', 'palliativregistret', false],
  ['avvikelser', 'avvikelser', false],
  ['ekonomi-nov-2023-aldre', 'ekonomi', false],
  ['ekonomi-nov-2023-myndighet', 'ekonomi', false],
  ['ekonomi-nov-2023-total', 'ekonomi', false],
  ['driftbudget-2024', 'ekonomi', true],
  ['sjukfranvaro-myndighet-2023', 'hr', true],
  ['namndplan', 'namndplan', false],
])('%s is known as %s', async (name, source, asks) => {
  const upload = { source: null, fileName: `${name}.csv`, bytes: sampleFile(name) }
  expect(await saveDraft(database, actor, upload)).toMatchObject({ source, asks })
})

describe('what a file does not say', () => {
  it('is asked, answered for this file, and asked again', async () => {
    const upload = { source: null, fileName: 'driftbudget-2024.csv', bytes: sampleFile('driftbudget-2024') }
    const { draftId } = await saveDraft(database, actor, upload)
    expect(await readQuestions(database, actor, draftId)).toMatchObject({
      questions: { period: true, year: false },
      year: '2024',
      asksArea: true,
    })
    expect(await previewDraft(database, actor, draftId)).toMatchObject({ errors: [{ code: 'no-period' }] })
    for (const answers of [
      { period: 'nästa år', year: '', area: '' },
      { period: '2024-11-30', year: '', area: '' },
    ])
      await expect(answerQuestions(database, actor, draftId, answers)).rejects.toMatchObject({
        fields: { period: 'not-a-period' },
      })
    await answerQuestions(database, actor, draftId, { period: ' 2024 ', year: '', area: 'Driftbudget' })
    const preview = await previewDraft(database, actor, draftId)
    expect(preview).toMatchObject({ errors: [], newCount: 7 })
    expect(preview.additions[0]).toMatchObject({
      indicatorId: 'ekonomi/driftbudget/avdelning-aldre',
      kind: 'budget',
      period: '2024',
      new: '273775',
    })
    expect(await saveDraft(database, actor, upload)).toMatchObject({ asks: true })
  })

  it('is the year of bare months', async () => {
    const upload = { source: null, fileName: 'f.csv', bytes: sampleFile('sjukfranvaro-myndighet-2023') }
    const { draftId } = await saveDraft(database, actor, upload)
    expect((await readQuestions(database, actor, draftId)).questions).toEqual({ period: false, year: true })
    await expect(answerQuestions(database, actor, draftId, { period: '', year: '23', area: '' })).rejects.toMatchObject(
      { fields: { year: 'not-a-period' } },
    )
    await answerQuestions(database, actor, draftId, { period: '', year: '2023', area: 'Frånvaro, IFO' })
    const { additions } = await previewDraft(database, actor, draftId)
    expect(additions[0]).toMatchObject({ indicatorId: 'hr/franvaro-ifo/dag-1-14', period: '2023-01', new: '5.73' })
  })
})
