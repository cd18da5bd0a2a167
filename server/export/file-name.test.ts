import { expect, it } from 'vitest'
import { exportFileName } from './file-name.ts'
import { sampleReport } from './testing/sample-report.ts'

const named = (change: Partial<ReturnType<typeof sampleReport>['resolved']['report']>) => {
  const { resolved } = sampleReport()
  return exportFileName({ ...resolved, report: { ...resolved.report, ...change } }, 'pdf')
}

it('is a name for every file system', () => {
  expect(named({ status: 'locked' })).toBe('patientsakerhetsberattelse-2023-VON-2024-18.pdf')
  expect(named({ diaryNumber: null })).toBe('patientsakerhetsberattelse-2023-utkast.pdf')
  expect(named({ title: '../Å: "Rapport"?', status: 'locked' })).toBe('a-rapport-2023-VON-2024-18.pdf')
})
