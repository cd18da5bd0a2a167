import { describe, expect, it } from 'vitest'
import * as errors from './errors.ts'
import type { ImportNotice } from './import/problem.ts'
import { importErrorText, noticeText, problemCell, problemColumn, problemText } from './problem-text.ts'

const notice = (facts: Partial<ImportNotice>): ImportNotice => ({
  code: 'suppressed',
  count: 1,
  line: 2,
  column: 'resultat_2023',
  value: '<5',
  ...facts,
})

describe('what is wrong in a file', () => {
  it('points at the row that has the indicator already, and quotes no cell', () => {
    const problem = { line: 7, column: '', code: 'duplicate-row', value: '3' } as const
    expect(problemText(problem)).toBe('Samma indikator står redan på rad 3. Ta bort en av raderna.')
    expect(problemCell(problem)).toBe('')
  })

  it('quotes the cell that cannot be used', () => {
    expect(problemCell({ line: 4, column: 'resultat_2023', code: 'out-of-range', value: '172' })).toBe('172')
  })

  it('writes the year of a missing column as Swedes do', () => {
    expect(problemColumn({ line: 1, column: 'resultat_{period}', code: 'no-year-column', value: '' })).toBe(
      'resultat_ÅÅÅÅ',
    )
  })
})

describe('what is worth knowing', () => {
  it('counts cells', () => {
    expect(noticeText(notice({ count: 1 }))).toContain('är 1 cell dold av källan')
    expect(noticeText(notice({ count: 1200 }))).toContain('är 1\u00a0200 celler dolda av källan')
  })

  it('names the source that the file seems to be of', () => {
    expect(noticeText(notice({ code: 'other-source', value: 'Svenska palliativregistret' }))).toContain(
      'Svenska palliativregistret',
    )
  })
})

describe('what stops an import', () => {
  const thrown: [string, Error][] = [
    ['NotATableError', new errors.NotATableError('pdf')],
    ['CsvSyntaxError', new errors.CsvSyntaxError('broken-quotes', 1204)],
    ['FileTooLargeError', new errors.FileTooLargeError(2 ** 27, 2 ** 26)],
    ['UnknownSourceError', new errors.UnknownSourceError('kolada')],
    ['DraftGoneError', new errors.DraftGoneError()],
    ['AlreadyImportedError', new errors.AlreadyImportedError('id')],
    ['ImportHasErrorsError', new errors.ImportHasErrorsError(3)],
    ['PersonDataError', new errors.PersonDataError('name', { sheet: 'Blad1', line: 3, column: 'namn' })],
    ['NoLayoutError', new errors.NoLayoutError()],
    ['InvalidLayoutError', new errors.InvalidLayoutError()],
    ['AlreadyUndoneError', new errors.AlreadyUndoneError()],
  ]

  it('has a sentence for every error that imports throw', () => {
    expect(thrown.map(([name]) => name).sort()).toEqual(Object.keys(errors).sort())
    for (const [, error] of thrown) expect(importErrorText(error)).toMatch(/^\p{Lu}.*\.$/u)
  })

  it('says what the file is, where the fault is and how much is too much', () => {
    expect(importErrorText(new errors.NotATableError('old-excel'))).toContain('Excel 97–2003')
    expect(importErrorText(new errors.CsvSyntaxError('broken-quotes', 1204))).toContain(
      'Rad 1\u00a0204: Ett citattecken',
    )
    expect(importErrorText(new errors.FileTooLargeError(2 ** 27, 2 ** 26))).toContain('64 MB')
  })

  it('leaves other errors alone', () => {
    expect(importErrorText(new Error('annat'))).toBeNull()
  })
})
