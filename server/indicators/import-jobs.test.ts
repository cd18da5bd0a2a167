import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { dataImport, importDraft } from '#db/schema/data-import.ts'
import { indicator } from '#db/schema/indicator.ts'
import { observation } from '#db/schema/observation.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { confirmImport } from './confirm-import.ts'
import { confirmWithProgress, previewOnce, progressOf } from './import-jobs.ts'
import { previewDraft, saveDraft } from './preview-import.ts'
import { makeActor } from './testing/organisation.ts'
import { seniorAlertCsv } from './testing/senior-alert-csv.ts'

const database = testDatabase()

async function draftOf(rows: number) {
  const actor = await makeActor(database.db)
  const lines = Array.from({ length: rows }, (_, at) => `Område ${at},Mått,${at % 101},100,70,procent`)
  const upload = { source: 'senior-alert', fileName: 'a.csv', bytes: seniorAlertCsv(...lines) }
  return { actor, draftId: (await saveDraft(database, actor, upload)).draftId }
}

it('reads a draft once for all who wait, and tells how far it has come', async () => {
  const { actor, draftId } = await draftOf(20_000)
  expect(progressOf(actor, draftId)).toBeNull()
  const seen = new Set<string>()
  const both = [previewOnce(database, actor, draftId), previewOnce(database, actor, draftId)]
  expect(both[0]).toBe(both[1])
  let isDone = false
  const done = Promise.all(both).finally(() => {
    isDone = true
  })
  while (!isDone) {
    const now = progressOf(actor, draftId)
    if (now) seen.add(`${now.kind} ${now.progress.phase}`)
    await new Promise(setImmediate)
  }
  expect((await done)[0]).toMatchObject({ newCount: 60_000 })
  expect(seen).toContain('preview reading')
  expect(seen).toContain('preview comparing')
  expect(progressOf(actor, draftId)).toBeNull()
  const stranger = await makeActor(database.db)
  const confirming = confirmWithProgress(database, actor, draftId, false)
  expect(progressOf(stranger, draftId)).toBeNull()
  expect(progressOf(actor, draftId)).toMatchObject({ kind: 'confirm' })
  expect(await confirming).toMatchObject({ importId: draftId, written: 60_000 })
})

it('forgets what failed, and tells who asked', async () => {
  const { actor } = await draftOf(1)
  await expect(previewOnce(database, actor, crypto.randomUUID())).rejects.toMatchObject({ code: 'draft-gone' })
  expect(progressOf(actor, 'x')).toBeNull()
})

it('leaves nothing half-imported when the process is killed, and the draft for another try', async () => {
  const { actor, draftId } = await draftOf(500)
  const script = join(import.meta.dirname, 'testing/die-while-writing.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, database.url, JSON.stringify(actor), draftId], {
    stdio: 'inherit',
  })
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')
  for (const table of [observation, dataImport, indicator])
    expect(await database.db.$count(table, eq(table.organisationId, actor.organisationId))).toBe(0)
  expect(await database.db.$count(importDraft, eq(importDraft.id, draftId))).toBe(1)
  expect(await previewDraft(database, actor, draftId)).toMatchObject({ newCount: 1500, canConfirm: true })
  expect(await confirmImport(database, actor, draftId)).toMatchObject({ written: 1500 })
})
