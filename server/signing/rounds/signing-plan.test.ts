import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { embeddedFiles } from '#editor/pdf/testing/embedded-files.ts'
import { pdfObjects } from '#editor/pdf/testing/pdf-objects.ts'
import { renderRequest } from '../../export/render-request.ts'
import { canonicalText } from '../../export/sources/source-files.ts'
import { expectConformant } from '../../export/testing/conformance/expect-conformant.ts'
import { sampleReport } from '../../export/testing/sample-report.ts'
import { sha256Hex } from '../../sha256.ts'
import { asa, orjan, place, signingPage } from '../testing/report-to-sign.ts'
import { signAs } from '../testing/sign-as.ts'
import { type TestCa, testCa } from '../testing/test-ca.ts'
import { appendUpdate, stream } from '../verify/testing/write-pdf.ts'
import { verifyPdf } from '../verify/verify-pdf.ts'
import { signingPlanFile } from './signing-plan.ts'

const { resolved, images } = sampleReport()
resolved.report.status = 'locked'
resolved.sections = resolved.sections.slice(0, 1)
const stored = canonicalText(resolved)
const plan = signingPlanFile({
  report: { id: 'r-1', title: place.reportTitle, diaryNumber: place.diaryNumber },
  stored,
  page: signingPage,
  order: 'sequence',
  level: 'B-LTA',
  startedBy: { name: orjan.name, title: orjan.title },
  startedAt: new Date('2026-02-03T08:00:00Z'),
})
const render = () =>
  renderRequest(
    { format: 'pdf', figures: false, resolved, stored, images, signing: signingPage, attached: [plan] },
    () => {},
  )

let ca: TestCa
let unsigned: Uint8Array
let signed: Uint8Array
beforeAll(async () => {
  ca = await testCa()
  unsigned = await render()
  const first = await signAs(1, (await ca.signer()).signer, { bytes: unsigned })
  signed = (await signAs(2, (await ca.signer()).signer, { bytes: first.bytes })).bytes
}, 60_000)
afterAll(() => ca.close())

const verify = (bytes: Uint8Array) => verifyPdf(bytes, { roots: [ca.root] }).signatures

describe('the plan for the signatures', () => {
  test('is carried by the file under every signature, and says who was to sign what', async () => {
    const carried = (await embeddedFiles(signed)).get('underskrifter.json') ?? new Uint8Array()
    const text = new TextDecoder().decode(carried)
    expect(JSON.parse(text)).toEqual({
      format: 'samskrift-signing-plan-1',
      report: {
        id: 'r-1',
        title: place.reportTitle,
        diaryNumber: place.diaryNumber,
        version: 1,
        sha256: sha256Hex(stored),
      },
      round: {
        code: signingPage.code,
        verifyUrl: signingPage.verifyUrl,
        order: 'sequence',
        level: 'B-LTA',
        startedAt: '2026-02-03T08:00:00.000Z',
        startedBy: { name: orjan.name, title: orjan.title },
      },
      signers: [asa, orjan].map(({ name, title, capacity }, at) => ({
        position: at + 1,
        field: `underskrift-${at + 1}`,
        name,
        title,
        capacity,
      })),
    })
    for (const { userId, authentication } of [asa, orjan])
      for (const secret of [userId, authentication.subject ?? 'subject']) expect(text).not.toContain(secret)
    expect(verify(signed).map(({ integrity, changes }) => [integrity, changes])).toEqual([
      [[], []],
      [[], []],
    ])
  })

  test('is an associated file, as PDF/A-3 asks, and the same plan gives the same file', async () => {
    const objects = [...pdfObjects(unsigned).values()].map(({ dictionary }) => dictionary)
    const specification = objects.find(dictionary => dictionary.includes('/UF (underskrifter.json)')) ?? ''
    expect(specification).toContain('/AFRelationship /Data')
    expect(specification).toContain('/Desc')
    const checksum = createHash('md5').update(plan.bytes).digest('hex')
    const file = objects.find(dictionary => dictionary.includes(`/CheckSum <${checksum}>`)) ?? ''
    expect(file).toContain('/Type /EmbeddedFile')
    expect(file).toContain('/application#2Fjson')
    const associated = objects.find(dictionary => dictionary.includes('/Type /Catalog')) ?? ''
    const files = objects.filter(dictionary => dictionary.includes('/Type /Filespec')).length
    expect(/\/AF \[([^\]]*)\]/.exec(associated)?.[1]?.match(/\d+ 0 R/g)).toHaveLength(files)
    expectConformant(unsigned, resolved.report.title)
    expect(Buffer.compare(await render(), unsigned)).toBe(0)
  })

  test('cannot be swapped or changed without anybody seeing it', () => {
    const checksum = createHash('md5').update(plan.bytes).digest('hex')
    const [number = ''] =
      [...pdfObjects(unsigned)].find(([, { dictionary }]) => dictionary.includes(`/CheckSum <${checksum}>`)) ?? []
    const [root] = /\/Root \d+ 0 R/.exec(Buffer.from(unsigned).toString('latin1')) ?? []
    const other = stream('/Type /EmbeddedFile /Subtype /application#2Fjson', '{"signers":[]}')
    const swapped = appendUpdate(signed, { [Number(number)]: other }, { trailer: root ?? '' })
    expect(verify(swapped).at(-1)?.changes).toContain('attachment')
    const flipped = Uint8Array.from(signed)
    const at = Buffer.from(signed).indexOf(`\n${number} 0 obj`)
    const inside = Buffer.from(signed).indexOf('stream\n', at) + 20
    flipped[inside] = (flipped[inside] ?? 0) ^ 1
    for (const { integrity } of verify(flipped)) expect(integrity).toContain('digest-mismatch')
  })
})
