import { expect, test } from 'vitest'
import { NotAllowedError } from '#server/errors.ts'
import { errorText } from './error-text.ts'

test('a known error says what to do', () => {
  expect(errorText(new NotAllowedError('report.create'))).toContain('Kontakta administratören')
})

test('any other error gives a reference and nothing of its own message', () => {
  const text = errorText(new Error('password=hemligt'))
  expect(text).toMatch(/^Något gick fel\. Försök igen\..* [0-9a-f]{8}\.$/)
  expect(text).not.toContain('hemligt')
})
