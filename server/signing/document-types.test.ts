import { PDF, type Signer } from '@libpdf/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import { expectTaggedFields } from '#editor/pdf/testing/expect-fields.ts'
import { expectTagged } from '#editor/pdf/testing/expect-tagged.ts'
import { pageContents, pdfObjects } from '#editor/pdf/testing/pdf-objects.ts'
import { templates } from '#templates/index.ts'
import { fillSamples } from '#templates/testing/fill-samples.ts'
import { renderPdf } from '../export/render-pdf.ts'
import type { Actor } from '../policies/actor.ts'
import { findReport } from '../reports/find-report.ts'
import { resolveReport } from '../reports/resolve-report.ts'
import { type DemoServices, demoActor, demoReportOf, demoServices } from '../testing/demo-services.ts'
import { serviceDriver } from '../testing/service-driver.ts'
import { readSignatures } from './pades/read-signatures.ts'
import { hasProgram, run } from './testing/programs.ts'
import { signingPage } from './testing/report-to-sign.ts'
import { signAs } from './testing/sign-as.ts'
import { type TestCa, testCa } from './testing/test-ca.ts'

const database = testDatabase()
let services: DemoServices
let author: Actor
let ca: TestCa
let signers: [Signer, Signer]

beforeAll(async () => {
  services = await demoServices(database)
  author = await demoActor(services, 'handlaggare')
  ca = await testCa()
  signers = [(await ca.signer({ kind: 'rsa' })).signer, (await ca.signer({ kind: 'ec' })).signer]
})
afterAll(async () => {
  await ca.close()
  await services.documents.close()
})

async function filled(key: string) {
  const reportId = await demoReportOf(services, author, key)
  await fillSamples(serviceDriver(services, author, reportId))
  return resolveReport(services, await findReport(services.db, author, reportId, 'report.read'), { fresh: true })
}

test.each(templates.map(({ key }) => key))(
  '%s, filled in, is signed twice and says the same',
  async key => {
    const resolved = await filled(key)
    const unsigned = await renderPdf(resolved, new Map(), undefined, { signing: signingPage })
    const first = await signAs(1, signers[0], { bytes: unsigned })
    const { bytes } = await signAs(2, signers[1], { bytes: first.bytes })
    expect(readSignatures(await PDF.load(bytes), bytes)).toHaveLength(2)
    expectTagged(bytes, resolved.report.title)
    expect(expectTaggedFields(bytes)).toBe(2)
    expect(pageContents(pdfObjects(bytes))).toEqual(pageContents(pdfObjects(unsigned)))
    if (!hasProgram('qpdf')) return
    const { status, output } = await run('qpdf', ['--check', '{f.pdf}'], { 'f.pdf': bytes })
    expect(status, output).toBe(0)
  },
  60_000,
)
