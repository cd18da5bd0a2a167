import { expect, test } from 'vitest'
import { InvalidInputError, NotAllowedError } from '#server/errors.ts'
import * as signing from '#server/signing/errors.ts'
import { errorText } from './error-text.ts'

test('a known error says what to do', () => {
  const text = errorText(new NotAllowedError('report.create'))
  expect(text).toEqual({ code: 'not-allowed', message: expect.stringContaining('Kontakta administratören') })
})

test('invalid input tells which fields', () => {
  expect(errorText(new InvalidInputError({ title: 'required' }))).toMatchObject({ fields: { title: 'required' } })
})

test('any other error gives a reference and nothing of its own message', () => {
  const text = errorText(new Error('password=hemligt'))
  expect(text.code).toBe('unforeseen')
  expect(text.message).toMatch(/^Något gick fel\. Försök igen\..* [0-9a-f]{8}\.$/)
  expect(text.message).not.toContain('hemligt')
})

test('everything that can go wrong with a signature has words of its own', () => {
  for (const Known of Object.values(signing)) {
    const { code, message } = errorText(new Known('x'))
    expect(code).not.toBe('unforeseen')
    expect(message.length).toBeGreaterThan(20)
  }
})
