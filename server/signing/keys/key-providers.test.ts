import { expect, test } from 'vitest'
import { EnvError, readEnv } from '../../env.ts'
import { keyProvider } from './key-providers.ts'

const named = (variables: Record<string, string>) =>
  keyProvider(readEnv({ NODE_ENV: 'test', ...variables }))?.name ?? null

test('the demo signs with test keys, others with what they name, or not at all', () => {
  expect(named({ DEMO: '1' })).toBe('test')
  expect(named({ DEMO: '0' })).toBeNull()
  expect(named({ DEMO: '0', SIGNING_KEY: 'test' })).toBe('test')
  expect(named({ DEMO: '1', SIGNING_KEY: 'pkcs12', SIGNING_PKCS12_FILE: '/run/seal.p12' })).toBe('pkcs12')
})

test('a provider without what it needs names the setting', () => {
  expect(() => named({ SIGNING_KEY: 'pkcs12' })).toThrow(EnvError)
  expect(() => named({ SIGNING_KEY: 'pkcs12' })).toThrow('SIGNING_PKCS12_FILE')
})
