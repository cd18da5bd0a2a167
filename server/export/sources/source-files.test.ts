import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { indicatorTableModel } from '#editor/blocks/indicator-table/model.ts'
import { readQuery } from '#editor/blocks/indicator-table/query.ts'
import { formatNumber } from '#editor/core/format-number.ts'
import { embeddedFiles } from '#editor/pdf/testing/embedded-files.ts'
import { pdfObjects } from '#editor/pdf/testing/pdf-objects.ts'
import { renderPdf } from '../render-pdf.ts'
import { renderApart } from '../testing/render-request.ts'
import { sampleReport } from '../testing/sample-report.ts'
import { csvBytes, printedCell } from './csv.ts'
import { canonicalText, sourceFiles } from './source-files.ts'

const text = (bytes: Uint8Array | undefined): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
const rowsOf = (bytes: Uint8Array | undefined): string[][] =>
  parse(text(bytes), { bom: true, delimiter: ';', relax_column_count: false })

/** The section with the live table, and those before it up to three: more pages would say nothing more of the files. */
function lockedReport() {
  const report = sampleReport()
  const { sections } = report.resolved
  const live = sections.filter(({ content }) => JSON.stringify(content).includes('"indicatorTable"'))
  report.resolved.sections = [...sections.slice(0, 3), ...live]
  report.resolved.report.status = 'locked'
  return { ...report, stored: canonicalText(report.resolved) }
}

describe('a locked report, exported twice', () => {
  const { resolved, images, stored } = lockedReport()
  let first: Uint8Array
  let second: Uint8Array
  let files: Map<string, Uint8Array>

  beforeAll(async () => {
    const request = { format: 'pdf', figures: true, resolved, images, stored } as const
    first = await renderApart(request)
    second = await renderApart(request)
    files = await embeddedFiles(first)
  }, 120_000)

  it('is the same bytes', () => {
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true)
  })

  it('carries the very text that was stored', () => {
    expect(text(files.get('rapport.json'))).toBe(stored)
    expect(JSON.parse(stored)).toEqual(JSON.parse(JSON.stringify(resolved)))
  })

  it('carries every figure with its exact value', () => {
    const [head = [], ...rows] = rowsOf(files.get('siffror.csv'))
    const at = (row: string[], column: string) => row[head.indexOf(column)]
    expect(rows.map(row => [at(row, 'Nyckel'), at(row, 'Värde')])).toEqual(
      Object.entries(resolved.data.figures)
        .map(([key, { value }]) => [key, value?.replace('.', ',') ?? ''])
        .sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
    )
    for (const row of rows) expect(at(row, 'Källa')).toContain('Källa: Senior alert, filen senior-alert.csv')
  })

  it('carries each table of live figures, cell for cell', () => {
    const [name = ''] = [...files.keys()].filter(file => file.includes('senior-alert'))
    expect(name).toMatch(/^tabell-\d{3}-\d[\d.]*-riskbedomning-och-atgarder-enligt-senior-alert\.csv$/)
    const node = JSON.stringify(resolved.sections.map(({ content }) => content.content)).match(
      /\{"type":"indicatorTable".*?\}\}/,
    )?.[0]
    const { groups } = indicatorTableModel(readQuery(JSON.parse(node ?? '')), resolved.data)
    const printed = groups.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text: cell }) => cell)))
    const [, ...rows] = rowsOf(files.get(name))
    expect(rows.map(row => row.slice(2).map(cell => cell.replace('-', '\u2212')))).toEqual(
      printed.map(cells => cells.map(cell => cell.replaceAll('\u00a0', ' ').replace(/^\+(?=\d)/, ''))),
    )
    const [result] = rows[0]?.slice(2) ?? []
    const value = resolved.data.figures['senior-alert.1|result|2023|T']?.value
    expect(result).toBe(`${formatNumber(value ?? '', 0)} %`)
  })

  it('says of each file what it is, as PDF/A-3 asks', () => {
    const objects = [...pdfObjects(first).values()].map(({ dictionary }) => dictionary)
    const streams = objects.filter(dictionary => dictionary.includes('/Type /EmbeddedFile'))
    const specifications = objects.filter(dictionary => dictionary.includes('/Type /Filespec'))
    expect([streams.length, specifications.length]).toEqual([files.size, files.size])
    for (const [name, content] of files) {
      const checksum = createHash('md5').update(content).digest('hex')
      const stream = streams.find(dictionary => dictionary.includes(`/CheckSum <${checksum}>`)) ?? ''
      expect(stream).toContain(`/Size ${content.byteLength}`)
      expect(stream).toContain('/ModDate (D:20240124000000Z)')
      expect(stream).toContain(name.endsWith('.json') ? '/application#2Fjson' : '/text#2Fcsv')
      const specification = specifications.find(dictionary => dictionary.includes(`/UF (${name})`)) ?? ''
      expect(specification).toContain(`/AFRelationship /${name === 'rapport.json' ? 'Source' : 'Data'}`)
    }
    expect(objects.find(dictionary => dictionary.includes('/Type /Catalog'))).toMatch(/\/AF \[\d+ 0 R/)
  })
})

test('another report is another file: its id follows from its content', async () => {
  const idOf = async (title: string) => {
    const { resolved, images } = lockedReport()
    resolved.sections = resolved.sections.slice(0, 1).map(section => ({ ...section, heading: title }))
    const bytes = await renderPdf(resolved, images)
    return /\/ID \[<([0-9a-f]{32})> <\1>\]/.exec(Buffer.from(bytes).toString('latin1'))?.[1]
  }
  const [one, other] = await Promise.all([idOf('Sammanfattning'), idOf('Sammandrag')])
  expect(one).toMatch(/^[0-9a-f]{32}$/)
  expect(other).not.toBe(one)
}, 120_000)

test.each([
  ['\u22121\u00a0234,5', '-1234,5'],
  ['+3,5', '3,5'],
  ['47,1\u00a0%', '47,1 %'],
  ['96\u00a0%\u00a0(p)', '96 % (p)'],
  ['–', '–'],
  ['<5', '<5'],
])('%s is %s in a file of figures', (printed, written) => {
  expect(printedCell(printed)).toBe(written)
})

test('no cell is a formula, and what separates cells is quoted', () => {
  expect(text(csvBytes([['=1+1', '-3,5', '-x', 'a;b "c"']]))).toBe(`\uFEFF'=1+1;-3,5;'-x;"a;b ""c"""\r\n`)
})

test('a section that does not apply gives no table', () => {
  const { resolved } = sampleReport()
  resolved.sections = resolved.sections.map(section => ({ ...section, notApplicableReason: 'Finns inte.' }))
  expect(sourceFiles(resolved).map(({ name }) => name)).toEqual(['rapport.json', 'siffror.csv'])
})
