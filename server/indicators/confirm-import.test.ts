import { and, asc, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { dataImport, importDraft } from '#db/schema/data-import.ts'
import { observation } from '#db/schema/observation.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { type FigureRef, figureKey } from '#editor/core/figure.ts'
import { type ServerEvent, subscribe } from '../events.ts'
import type { Actor } from '../policies/actor.ts'
import { sha256Hex } from '../sha256.ts'
import { confirmImport } from './confirm-import.ts'
import { importFile } from './import-file.ts'
import { previewImport } from './preview-import.ts'
import { readFigures } from './read-figures.ts'
import { makeActor, makeColleague } from './testing/organisation.ts'
import { sampleFile } from './testing/sample-files.ts'
import { seniorAlertCsv } from './testing/senior-alert-csv.ts'
import { windows1252 } from './testing/windows-1252.ts'

const database = testDatabase()

const importBytes = (actor: Actor, source: string, bytes: Uint8Array, fileName = 'fil.csv') =>
  importFile(database, actor, { source, fileName, bytes, dryRun: false })

const draftOf = async (actor: Actor, bytes: Uint8Array): Promise<string> =>
  (await previewImport(database, actor, { source: 'senior-alert', fileName: 'fil.csv', bytes })).draftId

const observationsOf = (actor: Actor) =>
  database.db
    .select()
    .from(observation)
    .where(eq(observation.organisationId, actor.organisationId))
    .orderBy(asc(observation.id))

async function figureOf(actor: Actor, indicatorId: string, period = '2023', kind: FigureRef['kind'] = 'result') {
  const ref: FigureRef = { indicatorId, kind, period, gender: 'T' }
  return (await readFigures(database, actor.organisationId, [ref])).figures[figureKey(ref)]
}

describe('a corrected file', () => {
  // Sent by another system: Windows-1252, semicolons, decimal commas.
  const corrected = windows1252(
    sampleFile('palliativregistret')
      .toString()
      .replace('kategori 2–4,88.2', 'kategori 2–4,87.5')
      .replace(
        'Smärtskattad sista levnadsveckan,58.8,75,23.3,procent,34,30',
        'Smärtskattad sista levnadsveckan,58.8,75,--,procent,33,30',
      )
      .replaceAll(',', ';')
      .replace(/(\d)\.(\d)/g, '$1,$2'),
  )

  it('appends what changed and keeps what was', async () => {
    const actor = await makeActor(database.db)
    await importBytes(actor, 'palliativregistret', sampleFile('palliativregistret'))
    const before = await observationsOf(actor)
    const colleague = await makeColleague(database.db, actor.organisationId, 'mar', 'MAR')
    const { preview, result } = await importBytes(colleague, 'palliativregistret', corrected, 'rättad.csv')
    expect(preview).toMatchObject({ errors: [], newCount: 0, changedCount: 3, unchangedCount: 18, missingCount: 1 })
    expect(preview.notices).toMatchObject([{ code: 'encoding-windows-1252' }])
    expect(preview.changes).toMatchObject([
      {
        name: 'Smärtskattad sista levnadsveckan',
        period: '2023',
        old: '58.8',
        new: '58.8',
        oldDenominator: '34',
        newDenominator: '33',
      },
      { name: 'Smärtskattad sista levnadsveckan', period: '2022', old: '23.3', new: null },
      {
        name: 'Utan trycksår kategori 2–4',
        period: '2023',
        kind: 'result',
        old: '88.2',
        new: '87.5',
        unit: 'percent',
      },
    ])
    expect(result?.written).toBe(3)
    const after = await observationsOf(actor)
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after).toHaveLength(before.length + 3)

    const changed = await figureOf(actor, 'palliativregistret/utan-trycksar-kategori-2-4')
    expect(changed).toMatchObject({ value: '87.5', passport: { fileName: 'rättad.csv', importedBy: 'MAR' } })
    expect((await figureOf(actor, 'palliativregistret/smartskattad-sista-levnadsveckan', '2022'))?.value).toBeNull()
    const same = await figureOf(actor, 'palliativregistret/dokumenterat-brytpunktssamtal', '2022')
    expect(same).toMatchObject({ value: '60.0', passport: { fileName: 'fil.csv', importedBy: 'MAS' } })
  })

  it('may be taken back with the first file', async () => {
    const actor = await makeActor(database.db)
    await importBytes(actor, 'palliativregistret', sampleFile('palliativregistret'))
    await importBytes(actor, 'palliativregistret', corrected)
    const { preview, result } = await importBytes(actor, 'palliativregistret', sampleFile('palliativregistret'))
    expect(preview.duplicateOfImport).toMatchObject({ fileName: 'fil.csv', importedBy: 'MAS' })
    expect(result?.written).toBe(3)
    expect((await figureOf(actor, 'palliativregistret/utan-trycksar-kategori-2-4'))?.value).toBe('88.2')
  })
})

describe('the same file again', () => {
  it('is refused and changes nothing', async () => {
    const actor = await makeActor(database.db)
    const bytes = sampleFile('senior-alert')
    const first = await importBytes(actor, 'senior-alert', bytes)
    const before = await observationsOf(actor)
    const { preview, result } = await importBytes(actor, 'senior-alert', bytes, 'annat-namn.csv')
    expect(preview).toMatchObject({ canConfirm: false, newCount: 0, changedCount: 0, unchangedCount: 24 })
    expect(preview.duplicateOfImport).toMatchObject({ importId: first.result?.importId })
    expect(result).toBeNull()
    await expect(confirmImport(database, actor, await draftOf(actor, bytes))).rejects.toMatchObject({
      code: 'already-imported',
      importId: first.result?.importId,
    })
    expect(await observationsOf(actor)).toEqual(before)
    expect(await database.db.$count(dataImport, eq(dataImport.organisationId, actor.organisationId))).toBe(1)
  })

  it('is another file when only its zeros differ, and writes nothing', async () => {
    const actor = await makeActor(database.db)
    await importBytes(actor, 'senior-alert', seniorAlertCsv('Fall,Mått,95,100,70,procent'))
    const { result } = await importBytes(actor, 'senior-alert', seniorAlertCsv('Fall,Mått,95.0,100.00,70.0,procent'))
    expect(result?.written).toBe(0)
  })
})

describe('confirming', () => {
  it('keeps the file with its hash and removes the draft', async () => {
    const actor = await makeActor(database.db)
    const bytes = sampleFile('avvikelser')
    const { preview, result } = await importBytes(actor, 'avvikelser', bytes, 'C:\\Data\\avvikelser.csv')
    const row = await database.db.query.dataImport.findFirst({ where: eq(dataImport.id, result?.importId ?? '') })
    const sha256 = sha256Hex(bytes)
    expect(row).toMatchObject({ fileName: 'avvikelser.csv', fileSha256: sha256, importedBy: actor.id })
    expect(Buffer.from(row?.file ?? []).equals(bytes)).toBe(true)
    expect(preview.sha256).toBe(sha256)
    expect(await database.db.$count(importDraft, eq(importDraft.id, preview.draftId))).toBe(0)
  })

  it('lets one of several win', async () => {
    const actor = await makeActor(database.db)
    const draftId = await draftOf(actor, sampleFile('senior-alert'))
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => confirmImport(database, actor, draftId)))
    expect(results.filter(result => result.status === 'fulfilled')).toMatchObject([{ value: { written: 24 } }])
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'draft-gone' })
    expect(await observationsOf(actor)).toHaveLength(24)
  })

  it('writes a value once when two drafts bring it at the same time', async () => {
    const actor = await makeActor(database.db)
    const rows = ['Fall,Mått,95,100,70,procent']
    const drafts = [await draftOf(actor, seniorAlertCsv(...rows)), await draftOf(actor, seniorAlertCsv(...rows, ''))]
    const results = await Promise.all(drafts.map(id => confirmImport(database, actor, id)))
    expect(results.map(result => result.written).sort()).toEqual([0, 3])
  })

  it('refuses a draft with errors, of another organisation, or by people who may not import', async () => {
    const actor = await makeActor(database.db)
    const bad = await draftOf(actor, seniorAlertCsv('Fall,Mått,195,100,70,procent'))
    await expect(confirmImport(database, actor, bad)).rejects.toMatchObject({
      code: 'import-has-errors',
      errorCount: 1,
    })
    const good = await draftOf(actor, seniorAlertCsv('Fall,Mått,95,100,70,procent'))
    const stranger = await makeActor(database.db)
    await expect(confirmImport(database, stranger, good)).rejects.toMatchObject({ code: 'draft-gone' })
    const secretary = await makeColleague(database.db, actor.organisationId, 'namndsekreterare', 'Sekreterare')
    await expect(confirmImport(database, secretary, good)).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await observationsOf(actor)).toEqual([])
    expect((await confirmImport(database, actor, good)).written).toBe(3)
  })

  it('tells open editors', async () => {
    const actor = await makeActor(database.db)
    const events: ServerEvent[] = []
    const stop = await subscribe(
      database.sql,
      event => events.push(event),
      () => {},
    )
    const { result } = await importBytes(actor, 'senior-alert', sampleFile('senior-alert'))
    await expect
      .poll(() => events)
      .toContainEqual({ type: 'data', organisationId: actor.organisationId, importId: result?.importId })
    await stop()
  })
})

it('keeps organisations apart', async () => {
  const [one, other] = [await makeActor(database.db), await makeActor(database.db)]
  await importBytes(one, 'senior-alert', seniorAlertCsv('Fall,Mått,95,100,70,procent'))
  const { preview } = await importBytes(other, 'senior-alert', seniorAlertCsv('Fall,Mått,95,100,70,procent'))
  expect(preview).toMatchObject({ newCount: 3, duplicateOfImport: null, newIndicatorCount: 1 })
  await importBytes(other, 'senior-alert', seniorAlertCsv('Fall,Mått,50,100,70,procent'))
  expect((await figureOf(one, 'senior-alert/fall/matt'))?.value).toBe('95')
  expect((await figureOf(other, 'senior-alert/fall/matt'))?.value).toBe('50')
  const newest = and(eq(dataImport.organisationId, one.organisationId))
  expect(await database.db.$count(dataImport, newest)).toBe(1)
})
