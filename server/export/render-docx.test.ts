import { JSDOM } from 'jsdom'
import { beforeAll, describe, expect, it } from 'vitest'
import { docxParts } from '#editor/docx/testing/docx-parts.ts'
import { renderDocx } from './render-docx.ts'
import { doc, p } from './testing/nodes.ts'
import { sampleReport } from './testing/sample-report.ts'

const parse = (xml: string | undefined): Document =>
  new JSDOM(xml ?? '', { contentType: 'application/xml' }).window.document

describe('the sample report as a Word file', () => {
  const { resolved, images } = sampleReport()
  let parts: Map<string, string>
  let body: Document
  beforeAll(async () => {
    parts = docxParts(await renderDocx(resolved, images))
    body = parse(parts.get('word/document.xml'))
  })
  const all = (name: string): Element[] => [...body.getElementsByTagName(name)]

  it('is well-formed in all its parts', () => {
    for (const [name, xml] of parts) if (/\.(xml|rels)$/.test(name)) expect(() => parse(xml), name).not.toThrow()
  })

  it('has the headings as Word headings, with their numbers', () => {
    const headings = all('w:pStyle')
      .filter(style => /^Heading[123]$/.test(style.getAttribute('w:val') ?? ''))
      .map(style => style.parentElement?.parentElement?.textContent ?? '')
    for (const { number, heading } of resolved.sections) expect(headings).toContain(`${number} ${heading}`)
  })

  it('repeats heads of tables and keeps merged cells', () => {
    const heads = all('w:tblHeader').filter(head => !/^(off|false|0)$/.test(head.getAttribute('w:val') ?? ''))
    expect(heads.length).toBe(1 + 2 + 1 + 1 + 1)
    expect(all('w:vMerge').filter(merge => merge.getAttribute('w:val') === 'restart').length).toBeGreaterThan(12)
    expect(all('w:gridSpan').some(span => span.getAttribute('w:val') === '3')).toBe(true)
  })

  it('has footnotes of Word, pictures with alternative text and live figures', () => {
    expect(all('w:footnoteReference')).toHaveLength(19)
    expect(parts.get('word/footnotes.xml')).toContain('Patientsäkerhetslagen (2010:659)')
    expect(all('wp:docPr')[0]?.getAttribute('descr')).toContain('Årshjul')
    expect(body.documentElement.textContent).toContain('Källa: Senior alert, filen senior-alert.csv')
  })
})

it('writes no sign that XML cannot hold', async () => {
  const { resolved, images } = sampleReport()
  resolved.sections = resolved.sections
    .slice(0, 1)
    .map(section => ({ ...section, content: doc(p('a\u0001b\ud800c & <d>')) }))
  const body = parse(docxParts(await renderDocx(resolved, images)).get('word/document.xml'))
  expect(body.documentElement.textContent).toContain('abc & <d>')
})
