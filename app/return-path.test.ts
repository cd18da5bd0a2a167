import { expect, test } from 'vitest'
import { returnPath } from './return-path.ts'

test.each([
  [undefined, '/'],
  ['/rapporter/1?flik=data#s2', '/rapporter/1?flik=data#s2'],
  ['http://localhost:3000/data', '/data'],
  ['https://other.example/data', '/data'],
  ['//other.example', '/'],
  ['https://other.example//third.example/x', '/third.example/x'],
  ['/\\other.example', '/'],
  ['javascript:alert(1)', '/alert(1)'],
  ['http://[', '/'],
])('%s leads to %s', (callbackUrl, path) => {
  expect(new URL(returnPath(callbackUrl), 'http://samskrift.test').origin).toBe('http://samskrift.test')
  if (!callbackUrl?.startsWith('javascript')) expect(returnPath(callbackUrl)).toBe(path)
})
