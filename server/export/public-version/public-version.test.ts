import { beforeAll, describe, expect, it } from 'vitest'
import type { Indicator } from '#editor/core/figure.ts'
import { docxParts } from '#editor/docx/testing/docx-parts.ts'
import { embeddedFiles } from '#editor/pdf/testing/embedded-files.ts'
import { pdfText } from '#editor/pdf/testing/pdf-text.ts'
import type { Audience } from '../exports.ts'
import { printable } from '../printable.ts'
import { renderDocx } from '../render-docx.ts'
import { renderHtmlFile } from '../render-html-file.ts'
import { renderPdf } from '../render-pdf.ts'
import { doc, p } from '../testing/nodes.ts'
import { sampleReport } from '../testing/sample-report.ts'
import { figure, figureSet } from './testing/figures.ts'

const COUNT: Indicator = {
  id: 'prov/fall',
  source: 'prov',
  area: 'Prov',
  name: 'Fall',
  unit: 'count',
  decimals: 0,
  better: 'down',
  // A limit so high that the numbers below it stand nowhere else in the report.
  smallNumber: 5000,
}
const SHARE: Indicator = { ...COUNT, id: 'prov/andel', name: 'Andel', unit: 'percent', decimals: 1 }

const DATA = figureSet(
  [COUNT, SHARE],
  [
    figure([COUNT.id, '2023', 'T'], '84217'),
    figure([COUNT.id, '2023', 'K'], '80056'),
    figure([COUNT.id, '2023', 'M'], '4161', { note: 'Av dem 4161 i eget boende' }),
    figure([COUNT.id, '2022', 'T'], '4873'),
    figure([SHARE.id, '2023', 'T'], '73.6', { numerator: '3617', denominator: '4914' }),
  ],
)
/** What nobody may find: the small ones, the one that says the rest, and what is counted with them. */
const SECRETS = ['80056', '4161', '4873', '73,6', '73.6', '3617', '4914', '79344', '1628']
const SHOWN = '84217'

const ids = [COUNT.id, SHARE.id]
const block = (type: string, attrs: object) => ({ type, attrs: { year: 2023, caption: 'Provblock', ...attrs } })
const number = (gender: string, form: string, indicatorId = COUNT.id) => ({
  type: 'boundNumber',
  attrs: { indicatorId, kind: 'result', period: '2023', gender, form },
})

function report() {
  const { resolved, images } = sampleReport()
  const columns = ['result', 'earlier', 'change', 'changePercent', 'n', 'note']
  const content = doc(
    p('I allt ', number('T', 'value'), ' fall, varav ', number('M', 'value'), ' män. Det har ', number('T', 'changed')),
    p('Andelen var ', number('T', 'fraction', SHARE.id)),
    block('indicatorTable', { indicatorIds: ids, columns, genders: true, sums: true }),
    block('chart', { indicatorIds: [COUNT.id], kind: 'bar', spread: '1' }),
    block('keyFigures', { indicatorIds: ids }),
    {
      type: 'statusList',
      attrs: { caption: 'Mål', year: 2023 },
      content: [{ type: 'statusItem', attrs: { goal: 'Färre fall', indicatorId: SHARE.id, year: 2023 } }],
    },
  )
  const [first] = resolved.sections
  if (!first) throw new Error('the sample has sections')
  resolved.sections = [
    {
      ...first,
      content,
      written: content,
      movedFigures: [{ key: 'k', indicator: COUNT, before: '4161', after: '4873', observationId: 1 }],
    },
  ]
  return { resolved: { ...resolved, data: DATA }, images }
}

/** The bytes as text, without what counts them: places, lengths and names of objects are numbers of any kind. */
const bareBytes = (pdf: Uint8Array): string =>
  Buffer.from(pdf)
    .toString('latin1')
    .replaceAll('\u0000', '')
    .replace(/\d{10} \d{5} [nf]|\d+ 0 (?:R|obj)|\/Length1? \d+|startxref\s+\d+/g, '')

/** All that can be read out of every file of the report, by kind of file. */
async function everything(audience: Audience): Promise<Record<string, string>> {
  const { resolved: found, images } = report()
  const { resolved, files } = printable(found, { audience, figures: true })
  const pdf = await renderPdf(resolved, images, () => {}, { files })
  const docx = docxParts(await renderDocx(resolved, images))
  const carried = [...(await embeddedFiles(pdf))].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])
  const raw: Record<string, string> = {
    pdf: (await pdfText(pdf)).join('\n'),
    'pdf, untranslated': bareBytes(pdf),
    docx: [...docx].flatMap(([name, xml]) => (name.endsWith('.xml') ? xml.replace(/<[^>]*>/g, '') : '')).join('\n'),
    html: renderHtmlFile(resolved, images),
    ...Object.fromEntries(carried),
  }
  return Object.fromEntries(
    Object.entries(raw).map(([name, text]) => [name, text.replaceAll(/(?<=\d)[\u00a0 ](?=\d)/g, '')]),
  )
}

describe('a report with small numbers', () => {
  let internal: Record<string, string>
  let open: Record<string, string>
  beforeAll(async () => {
    internal = await everything('internal')
    open = await everything('public')
  }, 120_000)

  it('tells the organisation all of them, or the next test could not fail', () => {
    for (const format of ['pdf', 'docx', 'html', 'rapport.json', 'siffror.csv'])
      for (const secret of ['80056', '4161', '4873', '3617']) expect(internal[format], format).toContain(secret)
    expect(internal.html).toContain('79344')
  })

  it('tells the public none of them, in no file and in nothing that a file carries', () => {
    expect(Object.keys(open)).toEqual(Object.keys(internal))
    for (const [format, text] of Object.entries(open))
      for (const secret of SECRETS) expect(text.includes(secret), `${secret} in ${format}`).toBe(false)
  })

  it('shows the rest, and says that something is left out', () => {
    for (const format of ['pdf', 'docx', 'html']) {
      const text = open[format]?.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ' ') ?? ''
      expect(text, format).toContain(SHOWN)
      expect(text, format).toContain('Offentlig version. Uppgifter om få personer visas inte.')
      expect(text, format).toContain('.. Uppgiften visas inte, för att ingen ska kunna kännas igen.')
      expect(text, format).toContain('varav [uppgiften visas inte] män')
      expect(text, format).toContain('Förändringen visas inte')
    }
    expect(open['siffror.csv']).toContain('visas inte')
    expect(internal.pdf).not.toContain('Offentlig version')
  })
})
