import { deflateSync, inflateSync } from 'node:zlib'
import { beforeAll, expect, it, test } from 'vitest'
import { type PdfFault, pdfFaults } from '#editor/pdf/testing/pdf-faults.ts'
import { renderPdf } from './render-pdf.ts'
import { sampleReport } from './testing/sample-report.ts'

// A check that finds nothing has to be seen to find something: each fault is planted in a file that has none.

let file: string
beforeAll(async () => {
  const { resolved, images } = sampleReport()
  file = Buffer.from(await renderPdf(resolved, images)).toString('latin1')
}, 120_000)

const faultsOf = (text: string): PdfFault[] => pdfFaults(Buffer.from(text, 'latin1'))

test('the sample has no fault', () => {
  expect(faultsOf(file)).toEqual([])
})

/** The object that the pattern is found in first, changed. */
const inObject = (pattern: RegExp, from: RegExp, to: string) => (text: string) => {
  const object = [...text.matchAll(/\n\d+ 0 obj\n[\s\S]*?\nendobj/g)].map(([found]) => found).find(o => pattern.test(o))
  if (!object || !from.test(object)) throw new Error(`nothing to plant a fault in: ${pattern}`)
  return text.replace(object, () => object.replace(from, to))
}

/** Takes the marks away from the first text of a page. */
function unmark(text: string): string {
  const [object = '', head = '', packed = '', tail = ''] =
    [...text.matchAll(/(\n\d+ 0 obj\n<<(?:(?!endobj)[\s\S])*?stream\n)([\s\S]*?)(\nendstream\nendobj)/g)].find(
      found => {
        try {
          return inflateSync(Buffer.from(found[2] ?? '', 'latin1')).includes('/P <</MCID')
        } catch {
          return false
        }
      },
    ) ?? []
  const drawn = inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
  const open = drawn.indexOf('/P <</MCID')
  const close = drawn.indexOf('\nEMC', open)
  const bare = drawn.slice(0, open) + drawn.slice(drawn.indexOf('BDC', open) + 3, close) + drawn.slice(close + 4)
  return text.replace(object, () => head + deflateSync(Buffer.from(bare, 'latin1')).toString('latin1') + tail)
}

it.each([
  ['figure-without-alternative', inObject(/\/S \/Figure/, /\/Alt \(/, '/Xlt (')],
  ['figure-without-alternative', inObject(/\/S \/Figure/, /\/Alt \((?:\\.|[^\\)])*\)/, '/Alt ()')],
  ['header-without-scope', inObject(/\/S \/TH/, /\/Scope/, '/Xcope')],
  ['uneven-table', inObject(/\/ColSpan 3/, /\/ColSpan 3/, '/ColSpan 2')],
  ['uneven-table', inObject(/\/RowSpan 6/, /\/RowSpan 6/, '/RowSpan 7')],
  ['untagged-content', unmark],
  ['link-without-text', inObject(/\/Subtype \/Link\n/, /\/Contents/, '/Xontents')],
  ['no-language', inObject(/\/Type \/Catalog/, /\/Lang/, '/Xang')],
] as const)('finds %s', (fault, plant) => {
  expect(faultsOf(plant(file))).toEqual([fault])
})
