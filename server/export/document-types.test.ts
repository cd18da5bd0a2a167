import { PDF, type Signer } from '@libpdf/core'
import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import { plainText } from '#editor/blocks/plain-text.ts'
import { DEFAULT_PROFILE } from '#editor/core/document-profile.ts'
import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import { TYPEFACE_KEYS } from '#editor/core/typefaces.ts'
import { docxParts } from '#editor/docx/testing/docx-parts.ts'
import { pageContents, pdfObjects } from '#editor/pdf/testing/pdf-objects.ts'
import { pdfText } from '#editor/pdf/testing/pdf-text.ts'
import { typeset } from '#editor/pdf/text/typeset.ts'
import { findTemplate, templates } from '#templates/index.ts'
import { fillFile } from '#templates/testing/fill-file.ts'
import { fillSamples } from '#templates/testing/fill-samples.ts'
import { missingTexts } from '#templates/testing/missing-texts.ts'
import { readSeed } from '#templates/testing/read-seed.ts'
import { seedFiles } from '#templates/testing/seed-places.ts'
import type { Actor } from '../policies/actor.ts'
import { findReport } from '../reports/find-report.ts'
import { resolveReport } from '../reports/resolve-report.ts'
import { readSignatures } from '../signing/pades/read-signatures.ts'
import { hasProgram, run } from '../signing/testing/programs.ts'
import { signingPage } from '../signing/testing/report-to-sign.ts'
import { signAs } from '../signing/testing/sign-as.ts'
import { type TestCa, testCa } from '../signing/testing/test-ca.ts'
import { type DemoServices, demoActor, demoReportOf, demoServices } from '../testing/demo-services.ts'
import { serviceDriver } from '../testing/service-driver.ts'
import { renderDocx } from './render-docx.ts'
import { renderHtmlFile } from './render-html-file.ts'
import { renderPdf } from './render-pdf.ts'
import { expectConformant, structureRoles } from './testing/conformance/expect-conformant.ts'

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

const NO_IMAGES = new Map<string, Uint8Array>()
const words = (text: string): string => typeset(text).replaceAll(/[\s\u00a0\u00ad]+/g, '')

const resolve = async (reportId: string): Promise<ResolvedReport> =>
  resolveReport(services, await findReport(services.db, author, reportId, 'report.read'), { fresh: true })

/** Lines that the report prints, section by section. */
const linesOf = ({ sections, data }: ResolvedReport): string[] =>
  sections.flatMap(({ number, heading, content }) => [
    `${number} ${heading}`,
    ...plainText(content, { data, imageUrl: () => '' }).split(/[\n\t]/),
  ])

describe.each(templates.map(({ key }) => key))('%s, with every field filled in', key => {
  let resolved: ResolvedReport
  let lines: string[]
  /** With a page to sign on: made once, read and then signed. */
  let unsigned: Uint8Array
  const lacking = (output: string): string[] => {
    const printed = words(output)
    return lines.filter(line => !printed.includes(words(line)))
  }

  beforeAll(async () => {
    const reportId = await demoReportOf(services, author, key)
    await fillSamples(serviceDriver(services, author, reportId))
    resolved = await resolve(reportId)
    lines = linesOf(resolved)
    unsigned = await renderPdf(resolved, NO_IMAGES, undefined, { signing: signingPage })
  }, 60_000)

  test('shows every section and every value', () => {
    const filled = resolved.sections.flatMap(({ fields, values, tables }) => [
      ...fields.map(field => [field, values[field.key]] as const),
      ...tables.flatMap(({ kind, rows }) =>
        rows.flatMap(row => kind.fields.map(field => [field, row.values[field.key]] as const)),
      ),
    ])
    // An att-sats goes on where what was typed ended in a full stop.
    for (const [field, value] of filled)
      if (field.type === 'text' && !field.internal)
        for (const line of (value ?? '').split('\n')) expect(lines.join('\n')).toContain(line.replace(/\.$/, ''))
    expect(filled.length).toBeGreaterThan(1)
  })

  test('is a tagged PDF that says it all', async () => {
    expectConformant(unsigned, resolved.report.title)
    expect(lacking((await pdfText(unsigned)).join('\n'))).toEqual([])
  }, 60_000)

  test('has the same structure, and says the same, in another face', async () => {
    const [, ...others] = TYPEFACE_KEYS
    // Each in turn: what a type has of its own is not different from one face to the next.
    const typeface = others[templates.findIndex(template => template.key === key) % others.length]
    const { organisation } = resolved
    const profile = { ...DEFAULT_PROFILE, ...organisation.profile, ...(typeface && { typeface }) }
    const report = { ...resolved, organisation: { ...organisation, profile } }
    const bytes = await renderPdf(report, NO_IMAGES, undefined, { signing: signingPage })
    expectConformant(bytes, resolved.report.title)
    expect(structureRoles(bytes)).toEqual(structureRoles(unsigned))
    expect(structureRoles(bytes)).toContain('Form')
    expect(lacking((await pdfText(bytes)).join('\n'))).toEqual([])
    expect([...pdfObjects(bytes).values()].some(({ dictionary }) => /\/FontName \/\w+\+Source/.test(dictionary))).toBe(
      true,
    )
  }, 60_000)

  test('is signed twice and says the same', async () => {
    const first = await signAs(1, signers[0], { bytes: unsigned })
    const { bytes } = await signAs(2, signers[1], { bytes: first.bytes })
    expect(readSignatures(await PDF.load(bytes), bytes)).toHaveLength(2)
    expectConformant(bytes, resolved.report.title)
    expect(pageContents(pdfObjects(bytes))).toEqual(pageContents(pdfObjects(unsigned)))
    if (!hasProgram('qpdf')) return
    const { status, output } = await run('qpdf', ['--check', '{f.pdf}'], { 'f.pdf': bytes })
    expect(status, output).toBe(0)
  }, 60_000)

  test('is a Word file that says it all', async () => {
    const xml = docxParts(await renderDocx(resolved, NO_IMAGES)).get('word/document.xml') ?? ''
    const text = new JSDOM(xml, { contentType: 'application/xml' }).window.document.documentElement.textContent ?? ''
    expect(lacking(text)).toEqual([])
  })

  test('is a page that says it all', () => {
    const text = new JSDOM(renderHtmlFile(resolved, NO_IMAGES)).window.document.body.textContent ?? ''
    expect(lacking(text)).toEqual([])
  })
})

describe.each(Object.entries(seedFiles))('the real %s', (name, seed) => {
  test('stands in the PDF, value by value', async () => {
    const template = findTemplate(seed.template)
    if (!template) throw new Error(seed.template)
    const reportId = await demoReportOf(services, author, template.key)
    const rows = template.key === 'tjansteskrivelse' ? readSeed(name).slice(0, 1) : readSeed(name)
    const expected = await fillFile(serviceDriver(services, author, reportId), template, seed, rows)
    expect(expected.length).toBeGreaterThan(2)
    const resolved = await resolve(reportId)
    const bytes = await renderPdf(resolved, NO_IMAGES)
    expectConformant(bytes, resolved.report.title)
    const text = (await pdfText(bytes)).join('\n')
    expect(missingTexts(text, resolved.sections, expected)).toEqual([])
  }, 60_000)
})
