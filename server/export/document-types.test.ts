import { JSDOM } from 'jsdom'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import { plainText } from '#editor/blocks/plain-text.ts'
import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import { docxParts } from '#editor/docx/testing/docx-parts.ts'
import { expectTagged } from '#editor/pdf/testing/expect-tagged.ts'
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
import { type DemoServices, demoActor, demoReportOf, demoServices } from '../testing/demo-services.ts'
import { serviceDriver } from '../testing/service-driver.ts'
import { renderDocx } from './render-docx.ts'
import { renderHtmlFile } from './render-html-file.ts'
import { renderPdf } from './render-pdf.ts'

const database = testDatabase()
let services: DemoServices
let author: Actor

beforeAll(async () => {
  services = await demoServices(database)
  author = await demoActor(services, 'handlaggare')
})
afterAll(() => services.documents.close())

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
  const lacking = (output: string): string[] => {
    const printed = words(output)
    return lines.filter(line => !printed.includes(words(line)))
  }

  beforeAll(async () => {
    const reportId = await demoReportOf(services, author, key)
    await fillSamples(serviceDriver(services, author, reportId))
    resolved = await resolve(reportId)
    lines = linesOf(resolved)
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
    const bytes = await renderPdf(resolved, NO_IMAGES)
    expectTagged(bytes, resolved.report.title)
    expect(lacking((await pdfText(bytes)).join('\n'))).toEqual([])
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
    const text = (await pdfText(bytes)).join('\n')
    expect(missingTexts(text, resolved.sections, expected)).toEqual([])
  }, 60_000)
})
