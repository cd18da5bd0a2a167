import { expect, test } from 'vitest'
import {
  AlreadyImportedError,
  DraftGoneError,
  FileTooLargeError,
  ImportHasErrorsError,
  NotATableError,
  UnknownSourceError,
} from '#server/indicators/errors.ts'
import { MAX_UPLOAD } from '#server/indicators/preview-import.ts'
import { importErrorText } from './import-error-text.ts'

test('a file that is no CSV is told what it is and what to do', () => {
  expect(importErrorText(new NotATableError('old-excel')).message).toMatch(/Excel 97–2003.*Spara som.*xlsx/)
})

test.each([
  new AlreadyImportedError('x'),
  new DraftGoneError(),
  new FileTooLargeError(MAX_UPLOAD + 1, MAX_UPLOAD),
  new ImportHasErrorsError(3),
  new UnknownSourceError('x'),
])('$code has a text of its own', error => {
  expect(importErrorText(error)).toEqual({ code: error.code, message: expect.not.stringContaining('Något gick fel') })
})

test('the limit that the text names is the real one', () => {
  expect(importErrorText(new FileTooLargeError(0, MAX_UPLOAD)).message).toContain(`${MAX_UPLOAD / 2 ** 20} MB`)
})
