import { redirect } from 'next/navigation'
import { expect, test } from 'vitest'
import { noAnswer } from './no-answer.ts'
import { sv } from './sv.ts'

const lost = new TypeError('Failed to fetch')

test('an action without an answer is told about, by its own words where it has some', async () => {
  expect(noAnswer(lost)).toBe(sv.noAnswer)
  expect(noAnswer(lost, 'Ingen kontakt.')).toBe('Ingen kontakt.')
  expect(await Promise.reject(lost).catch(noAnswer)).toBe(sv.noAnswer)
})

test('an action that leads to another page still does', async () => {
  const led = (async () => redirect('/logga-in'))()
  await expect(led.catch(noAnswer)).rejects.toThrow('NEXT_REDIRECT')
})
