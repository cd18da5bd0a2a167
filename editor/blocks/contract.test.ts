import { getSchema } from '@tiptap/core'
import { DOMParser, DOMSerializer, Node } from '@tiptap/pm/model'
import { JSDOM } from 'jsdom'
import { describe, expect, it, test } from 'vitest'
import type { DocumentNode } from '../core/document-node.ts'
import type { ResolvedReport } from '../core/resolved-report.ts'
import { UNSTRUCTURED } from '../core/structure/structured-section.ts'
import { buildDocx } from '../docx/build-docx.ts'
import { docxParts } from '../docx/testing/docx-parts.ts'
import { markOutputs } from '../marks/outputs.ts'
import { drawReport } from '../pdf/draw/draw-report.ts'
import { layoutReport } from '../pdf/layout/layout-report.ts'
import { expectTagged } from '../pdf/testing/expect-tagged.ts'
import { pdfObjects } from '../pdf/testing/pdf-objects.ts'
import { pdfText } from '../pdf/testing/pdf-text.ts'
import { typeset } from '../pdf/text/typeset.ts'
import { blockquoteFixture } from './blockquote/fixture.ts'
import { boundNumberFixture } from './bound-number/fixture.ts'
import { chartData, chartFixture } from './chart/fixture.ts'
import { economyTableData, economyTableFixture } from './economy-table/fixture.ts'
import { documentExtensions } from './extensions.ts'
import { footnoteFixture } from './footnote/fixture.ts'
import { hardBreakFixture } from './hard-break/fixture.ts'
import { headingFixture } from './heading/fixture.ts'
import { imageFixture } from './image/fixture.ts'
import { indicatorTableData, indicatorTableFixture } from './indicator-table/fixture.ts'
import { richData, richFixture } from './indicator-table/rich-fixture.ts'
import { keyFiguresData, keyFiguresFixture } from './key-figures/fixture.ts'
import { bulletListFixture, listItemFixture, orderedListFixture } from './list/fixture.ts'
import { blockOutputs } from './outputs.ts'
import { pageBreakFixture } from './page-break/fixture.ts'
import { paragraphFixture } from './paragraph/fixture.ts'
import { plainText } from './plain-text.ts'
import { renderHtml } from './render-html.ts'
import { type BlockName, blockSchemas } from './schemas.ts'
import { statusItemFixture, statusListData, statusListFixture } from './status-list/fixture.ts'
import { tableCellFixture, tableFixture, tableHeaderFixture, tableRowFixture } from './table/fixture.ts'

// A block without a fixture does not compile.
const fixtures = {
  paragraph: paragraphFixture,
  heading: headingFixture,
  bulletList: bulletListFixture,
  orderedList: orderedListFixture,
  listItem: listItemFixture,
  blockquote: blockquoteFixture,
  table: tableFixture,
  tableRow: tableRowFixture,
  tableHeader: tableHeaderFixture,
  tableCell: tableCellFixture,
  image: imageFixture,
  footnote: footnoteFixture,
  hardBreak: hardBreakFixture,
  pageBreak: pageBreakFixture,
  boundNumber: boundNumberFixture,
  indicatorTable: indicatorTableFixture,
  economyTable: economyTableFixture,
  chart: chartFixture,
  keyFigures: keyFiguresFixture,
  statusList: statusListFixture,
  statusItem: statusItemFixture,
} satisfies Record<BlockName, DocumentNode>

const schema = getSchema(documentExtensions)
/** Blocks with all that may be chosen, beside their plain fixture. */
const variants: [BlockName, DocumentNode][] = [['indicatorTable', richFixture]]

const data = [indicatorTableData, richData, economyTableData, chartData, keyFiguresData, statusListData].reduce(
  (all, set) => ({
    indicators: { ...all.indicators, ...set.indicators },
    figures: { ...all.figures, ...set.figures },
  }),
)
const context = { data, imageUrl: (id: string) => `/images/${id}` }

/** The fixture as a section's text, inside what its schema asks for. */
function section(fixture: DocumentNode): Node {
  const node = Node.fromJSON(schema, fixture)
  const wrapping = schema.topNodeType.contentMatch.findWrapping(node.type) ?? []
  const inner = wrapping.reduceRight((child, type) => type.create(null, child), node)
  return schema.topNodeType.create(null, inner)
}

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4//8/AAX+Av4N70a4AAAAAElFTkSuQmCC'

function report(content: DocumentNode): ResolvedReport {
  const imageId = String(imageFixture.attrs?.imageId)
  return {
    format: 2,
    editorVersion: 1,
    organisation: { name: 'Exempelkommun' },
    board: { name: 'Nämnden', administration: '' },
    report: {
      id: 'r',
      template: { key: 't', version: 1, name: 'T' },
      title: 'Prov',
      diaryNumber: null,
      year: 2023,
      date: '2024-01-24',
      status: 'locked',
      seq: 1,
      fields: [],
      values: {},
      facts: [],
    },
    sections: [
      {
        id: 's',
        key: 's',
        number: '1',
        level: 1,
        heading: 'Avsnitt',
        required: 'yes',
        lawReferences: [],
        notApplicableReason: null,
        ...UNSTRUCTURED,
        written: content,
        content,
      },
    ],
    data,
    images: { [imageId]: { id: imageId, sha256: '', mediaType: 'image/png', width: 1, height: 1 } },
  }
}

const images = new Map([[String(imageFixture.attrs?.imageId), Buffer.from(PIXEL, 'base64')]])

/** One side of a registry. */
const pick = <Output, T>(registry: Record<string, Output>, side: (output: Output) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(registry).map(([name, output]) => [name, side(output)]))

async function pdf(content: DocumentNode): Promise<Uint8Array> {
  const laidOut = await layoutReport({
    resolved: report(content),
    images,
    outputs: { blocks: pick(blockOutputs, output => output.pdf), marks: pick(markOutputs, output => output.pdf) },
    sectionText: ({ content: text }) => plainText(text, context),
  })
  return drawReport(laidOut)
}

/** Words apart from how lines and runs cut them. */
const words = (text: string): string => typeset(text).replace(/[\s\u00a0]+/g, '')

describe.each([...Object.entries(fixtures), ...variants])('%s', (name, fixture) => {
  const root = section(fixture)
  const json = root.toJSON() as DocumentNode
  const text = plainText(json, context)

  it('holds to its schema', () => {
    expect(() => root.check()).not.toThrow()
    expect(JSON.stringify(json)).toContain(JSON.stringify(fixture.type))
  })

  it('comes back whole from its HTML', () => {
    const { document } = new JSDOM('<main></main>').window
    const main = document.createElement('main')
    // Blocks with HTML of their own for readers keep the node's own one for copying.
    if (blockSchemas[name as BlockName].html === null) main.innerHTML = renderHtml(json, context)
    else main.append(DOMSerializer.fromSchema(schema).serializeFragment(root.content, { document }))
    expect(DOMParser.fromSchema(schema).parse(main).toJSON()).toEqual(json)
  })

  it('says the same as text and as HTML', () => {
    const main = new JSDOM(`<main>${renderHtml(json, context)}</main>`).window.document.querySelector('main')
    const alt = [...(main?.querySelectorAll('img') ?? [])].map(image => image.alt).join('')
    for (const line of text.replace(/^\[Bild: (.*)\]$/, '$1').split(/[\n\t]/))
      expect(words((main?.textContent ?? '') + alt)).toContain(words(line))
  })

  it('is printed', async () => {
    const bytes = await pdf(json)
    expectTagged(bytes, 'Prov')
    const printed = words((await pdfText(bytes)).join('\n'))
    if (name === 'image') expect(Buffer.from(bytes).toString('latin1')).toContain('/Subtype /Image')
    else for (const line of text.split(/[\n\t]/)) expect(printed).toContain(words(line))
  }, 60_000)

  it('is written into a Word file', async () => {
    const outputs = {
      blocks: pick(blockOutputs, output => output.docx),
      marks: pick(markOutputs, output => output.docx),
    }
    const parts = docxParts(await buildDocx(report(json), images, outputs))
    const xml = [parts.get('word/document.xml'), parts.get('word/footnotes.xml')].join('')
    const written = words(new JSDOM(xml.replace(/<[^>]*>/g, ' ')).window.document.documentElement.textContent ?? '')
    if (name === 'image') expect([...parts.keys()].some(part => part.startsWith('word/media/'))).toBe(true)
    else for (const line of text.split(/[\n\t]/)) expect(written).toContain(words(line))
  })
})

test('a chart is one figure in the PDF, with its words and its place', async () => {
  const bytes = await pdf(section(chartFixture).toJSON() as DocumentNode)
  const figures = [...pdfObjects(bytes).values()].filter(({ dictionary }) => dictionary.includes('/S /Figure'))
  expect(figures).toHaveLength(1)
  expect(figures[0]?.dictionary).toContain('/BBox')
  const [, alt = ''] = /\/Alt \(?<?([^>)]*)/.exec(figures[0]?.dictionary ?? '') ?? []
  expect(alt.length).toBeGreaterThan(20)
})
