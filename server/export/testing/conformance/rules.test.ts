import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { signingPage } from '../../../signing/testing/report-to-sign.ts'
import { signAs } from '../../../signing/testing/sign-as.ts'
import { testCa } from '../../../signing/testing/test-ca.ts'
import { renderPdf } from '../../render-pdf.ts'
import { sampleReport } from '../sample-report.ts'
import { findViolations } from './find-violations.ts'
import { PdfDraft } from './plant/pdf-draft.ts'
import { PdfFile } from './read/pdf-file.ts'
import { rules } from './rules.ts'

const SECTIONS = [
  'sammanfattning',
  'systematiskt-patientsakerhetsarbete',
  'overgripande-mal-och-strategier',
  'organisation-och-ansvar',
  'starka-analys-larande-och-utveckling',
  'bilagor',
]

const attached = {
  name: 'rapport.json',
  mediaType: 'application/json',
  relationship: 'Source',
  description: 'Rapporten som data',
  bytes: Buffer.from('{}'),
} as const

/** A short report with all that our files have: pictures, lists, tables, notes, links, files, fields and a signature. */
let file: PdfFile

beforeAll(async () => {
  const { resolved, images } = sampleReport()
  resolved.sections = resolved.sections.filter(({ key }) => SECTIONS.includes(key))
  const bytes = await renderPdf(resolved, images, undefined, { signing: signingPage, files: () => [attached] })
  const ca = await testCa()
  const { signer } = await ca.signer()
  file = new PdfFile((await signAs(1, signer, { bytes })).bytes)
  await ca.close()
}, 120_000)

test('the sample breaks no rule', () => {
  expect(findViolations(file)).toEqual([])
})

test('no clause stands in two rules', () => {
  const clauses = rules.flatMap(rule => rule.clauses)
  expect(clauses.filter((clause, i) => clauses.indexOf(clause) !== i)).toEqual([])
})

test('docs/pdf-conformance.md tells of every rule', () => {
  const told = readFileSync(new URL('../../../../docs/pdf-conformance.md', import.meta.url), 'utf8')
  for (const { demands } of rules) expect(told).toContain(`| ${demands} |`)
})

// A check that finds nothing has to be seen to find something: each fault is planted in a file that has none.
describe.each(rules.map(rule => [rule.clauses[0], rule] as const))('%s', (_, rule) => {
  it(rule.demands, () => {
    const draft = new PdfDraft(file)
    rule.fault(draft)
    expect(rule.find(new PdfFile(draft.written()))).not.toEqual([])
  })
})
