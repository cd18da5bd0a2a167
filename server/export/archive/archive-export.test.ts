import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { frozenReport, reportUpdate } from '#db/schema/document.ts'
import { organisation } from '#db/schema/organisation.ts'
import { report } from '#db/schema/report.ts'
import { dispatch, signedFile, signer, signingEvent, signingRound } from '#db/schema/signing.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import type { Actor } from '../../policies/actor.ts'
import { lockReport } from '../../reports/lock-report.ts'
import { readStructure } from '../../reports/read-structure.ts'
import { updateSection } from '../../reports/update-section.ts'
import { sha256Hex } from '../../sha256.ts'
import { type DemoServices, demoActor, demoReport, demoServices } from '../../testing/demo-services.ts'
import { serviceDriver } from '../../testing/service-driver.ts'
import { createExports } from '../create-exports.ts'
import type { ExportProgress, Exports } from '../exports.ts'
import { resolveExport } from '../resolve-export.ts'
import { packageIdOf } from './make-archive-package.ts'
import { csipFaults, unpack } from './testing/csip-faults.ts'
import { premisFaults } from './testing/premis-faults.ts'
import { xmlTree } from './testing/xml-tree.ts'

const database = testDatabase()
let services: DemoServices
let mas: Actor
let exports: Exports
const SIGNED = Buffer.from('%PDF-1.7 undertecknad')

beforeAll(async () => {
  services = await demoServices(database)
  mas = await demoActor(services, 'mas')
  exports = createExports({ resolve: (reportId, _, format) => resolveExport(services, mas, reportId, format) })
})
afterAll(async () => {
  await exports.close()
  await services.documents.close()
})

/** A report with text in one section, locked. */
async function lockedReport(): Promise<string> {
  const id = await demoReport(services, mas)
  const driver = serviceDriver(services, mas, id)
  const { sections } = await readStructure(services, mas, id)
  for (const [index, { id: sectionId, required }] of sections.entries())
    if (index === 1) {
      await driver.write(sectionId, 'Året som gick.')
      await driver.write(sectionId, 'Det gick bra.')
    } else if (required !== 'no') await updateSection(services, mas, sectionId, { notApplicableReason: 'Görs inte.' })
  await lockReport(services, mas, id)
  return id
}

async function signedReport(code = 'KOD-1'): Promise<string> {
  const reportId = await lockedReport()
  const about = { reportId, version: 1 }
  const { db } = services
  const round = { ...about, order: 'sequence', level: 'B-B', expected: 1, startedBy: mas.id } as const
  await db.insert(signingRound).values({ ...round, code: `${code}-NEJ`, state: 'refused' })
  const [{ id: roundId } = { id: '' }] = await db
    .insert(signingRound)
    .values({ ...round, code, state: 'signed' })
    .returning({ id: signingRound.id })
  await db
    .insert(signer)
    .values({ roundId, position: 0, userId: mas.id, capacity: 'Föredragande', field: 'f', state: 'signed' })
  const files = [Buffer.from('%PDF-1.7 ej undertecknad'), SIGNED]
  for (const [revision, bytes] of files.entries())
    await db.insert(signedFile).values({ roundId, revision, bytes, sha256: sha256Hex(bytes) })
  await db.insert(signingEvent).values({ ...about, roundId, kind: 'signed', userId: mas.id, ip: '192.0.2.1' })
  await db.insert(signingEvent).values({ ...about, roundId, kind: 'completed' })
  await db.insert(signingEvent).values({ ...about, version: 2, kind: 'reopened', userId: mas.id })
  await db
    .insert(dispatch)
    .values({ ...about, roundId, audience: 'internal', recipients: ['IVO'], sentOn: '2024-02-01', by: mas.id })
  return reportId
}

async function exported(
  reportId: string,
): Promise<{ progress: ExportProgress[]; bytes: Uint8Array | null; name: string }> {
  const job = await exports.start({ reportId, userId: mas.id, format: 'archive', figures: false })
  const progress: ExportProgress[] = []
  await new Promise<void>(resolve => {
    exports.watch(job.id, step => {
      progress.push(step)
      if (step.state === 'done' || step.state === 'failed') resolve()
    })
  })
  return { progress, bytes: await exports.file(job.id), name: exports.job(job.id)?.fileName ?? '' }
}

const data = (name: string): string => `representations/rep1/data/${name}`

describe('a locked report', () => {
  test('that nobody signed is packed with a PDF made now, by the same line as other exports', async () => {
    const reportId = await lockedReport()
    const { progress, bytes, name } = await exported(reportId)
    expect(progress.at(-1)).toMatchObject({ state: 'done', errorCode: null })
    expect(progress.map(({ step }) => step)).toEqual(expect.arrayContaining(['layout', 'drawing', 'packing']))
    expect(name).toBe('patientsakerhetsberattelse-2023-VON-2024-18-arkivpaket.zip')
    const unpacked = unpack(bytes ?? new Uint8Array())
    expect(csipFaults(unpacked)).toEqual([])
    expect(premisFaults(xmlTree(unpacked.files.get('metadata/preservation/premis.xml') ?? new Uint8Array()))).toEqual(
      [],
    )
    expect(Buffer.from(unpacked.files.get(data('rapport.pdf')) ?? '').toString('latin1')).toContain('%%EOF')
    expect(Buffer.from(unpacked.files.get(data('rapport.html')) ?? '').toString()).toContain('Året som gick.')
    const [frozen] = await services.db.select().from(frozenReport).where(eq(frozenReport.reportId, reportId))
    expect(Buffer.from(unpacked.files.get(data('rapport.json')) ?? '').toString()).toBe(frozen?.resolved)
    expect(Buffer.from((await exported(reportId)).bytes ?? '').equals(bytes ?? new Uint8Array())).toBe(true)
  }, 60_000)

  test('that was signed and sent is packed with the last signed file and the evidence of that version', async () => {
    const reportId = await signedReport()
    const { bytes } = await exported(reportId)
    const { files, folder } = unpack(bytes ?? new Uint8Array())
    expect(csipFaults({ files, folder })).toEqual([])
    expect(Buffer.from(files.get(data('rapport.pdf')) ?? '')).toEqual(SIGNED)
    const evidence = JSON.parse(
      Buffer.from(files.get('documentation/underskrifter-och-handelser.json') ?? '').toString(),
    )
    expect(evidence.events).toMatchObject([
      { kind: 'signed', ip: '192.0.2.1', round: 'KOD-1', person: { id: mas.id, name: mas.name } },
      { kind: 'completed', person: null },
    ])
    expect(evidence.rounds.map(({ state }: { state: string }) => state)).toEqual(['refused', 'signed'])
    expect(evidence.dispatches).toMatchObject([{ recipients: ['IVO'], sentOn: '2024-02-01' }])
    const { resolved } = await resolveExport(services, mas, reportId, 'pdf')
    expect(folder).toBe(packageIdOf(resolved, 1))
  }, 60_000)

  test('has the organisationsnummer that the organisation had when it was locked', async () => {
    const has = (number: string | null) => services.db.update(organisation).set({ organisationNumber: number })
    const before = await lockedReport()
    await has('212000-9994')
    const after = await lockedReport()
    await has('232100-9999')
    const codesOf = async (reportId: string) => {
      const { files } = unpack((await exported(reportId)).bytes ?? new Uint8Array())
      return Buffer.from(files.get('METS.xml') ?? '')
        .toString()
        .match(/ORG:\d+/g)
    }
    expect(await codesOf(before)).toBeNull()
    expect(await codesOf(after)).toEqual(['ORG:2120009994', 'ORG:2120009994'])
    await has(null)
  }, 60_000)

  test('has a digest of its history that the log can be checked against', async () => {
    const reportId = await lockedReport()
    const { archive } = await resolveExport(services, mas, reportId, 'archive')
    const rows = await services.db
      .select()
      .from(reportUpdate)
      .where(eq(reportUpdate.reportId, reportId))
      .orderBy(reportUpdate.seq)
    const hex = (bytes: Uint8Array | string) => sha256Hex(bytes)
    expect(archive?.history.log).toEqual({
      rows: 2,
      firstSeq: rows[0]?.seq,
      lastSeq: rows[1]?.seq,
      sha256: hex(rows.map(row => `${row.seq} ${hex(row.data)}\n`).join('')),
    })
    const [frozen] = await services.db.select().from(frozenReport).where(eq(frozenReport.reportId, reportId))
    expect(archive?.history.state.sha256).toBe(hex(frozen?.state ?? ''))
  })
})

describe('nothing is packed', () => {
  test('of a draft', async () => {
    const { progress } = await exported(await demoReport(services, mas))
    expect(progress.at(-1)).toMatchObject({ state: 'failed', errorCode: 'report-not-locked' })
  })

  test('for somebody who may not know of the report', async () => {
    const reportId = await lockedReport()
    const stranger: Actor = { ...mas, grants: [] }
    await expect(resolveExport(services, stranger, reportId, 'archive')).rejects.toMatchObject({ code: 'not-found' })
  })

  test('when the finished file of a round is gone', async () => {
    const reportId = await signedReport('KOD-2')
    await services.db.update(signingRound).set({ expected: 3 }).where(eq(signingRound.reportId, reportId))
    await expect(resolveExport(services, mas, reportId, 'archive')).rejects.toThrow('is gone')
  })

  test('of a version that was opened anew', async () => {
    const reportId = await lockedReport()
    await services.db.update(report).set({ lockedAt: null, lockedBy: null, version: 2 }).where(eq(report.id, reportId))
    await expect(resolveExport(services, mas, reportId, 'archive')).rejects.toMatchObject({ code: 'report-not-locked' })
  })
})
