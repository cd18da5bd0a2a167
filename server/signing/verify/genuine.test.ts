import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestCa, type TestSigner, testCa } from '../testing/test-ca.ts'
import { isTrusted, isWhole, signaturesOf } from './pdf-verdict.ts'
import { reportPdf } from './testing/report-pdf.ts'
import { signByAll, type TestLevel } from './testing/sign-report.ts'
import { verifyPdf } from './verify-pdf.ts'

let ca: TestCa
let signers: TestSigner[]
beforeAll(async () => {
  ca = await testCa()
  signers = await Promise.all([
    ca.signer({ name: 'Åsa Öberg' }),
    ca.signer({ name: 'Örjan Ängström', kind: 'rsa' }),
    ca.signer({ name: 'Mårten Ek' }),
  ])
})
afterAll(() => ca.close())

const LEVELS: TestLevel[] = ['B-B', 'B-T', 'B-LT', 'B-LTA']
describe.each(LEVELS)('level %s', level => {
  test.each([1, 2, 3])('%i genuine signatures are whole, trusted and of that level', async count => {
    const file = (await signByAll(ca, reportPdf(), signers.slice(0, count), level)).at(-1) ?? new Uint8Array()
    const verdict = verifyPdf(file, { roots: [ca.root] })
    expect(verdict).toMatchObject({ bytesAfterEnd: 0, size: file.length })
    expect(verdict.signatures.map(({ integrity, trust, changes }) => [...integrity, ...trust, ...changes])).toEqual(
      verdict.signatures.map(() => []),
    )
    expect(isWhole(verdict) && isTrusted(verdict)).toBe(true)
    expect(signaturesOf(verdict).map(one => [one.certificate?.name, one.level, one.atIsProven])).toEqual(
      signers.slice(0, count).map((_, i) => [['Åsa Öberg', 'Örjan Ängström', 'Mårten Ek'][i], level, level !== 'B-B']),
    )
  })
})
