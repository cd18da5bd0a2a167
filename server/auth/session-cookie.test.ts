import { encode } from 'next-auth/jwt'
import { describe, expect, test } from 'vitest'
import { createSessionCookie, readSession } from './session-cookie.ts'

const SECRET = 'hemlighet'

describe('readSession', () => {
  test('reads the cookie that createSessionCookie makes, among others', async () => {
    const { name, value } = await createSessionCookie('user-1', SECRET)
    expect(name).toBe('next-auth.session-token')
    expect(await readSession(`theme=dark; ${name}=${value}; x`, SECRET)).toEqual({ userId: 'user-1' })
    expect(await readSession(`__Secure-${name}=${value}`, SECRET)).toEqual({ userId: 'user-1' })
  })

  test('puts a token in chunks together', async () => {
    const { name, value } = await createSessionCookie('user-1', SECRET)
    const third = Math.ceil(value.length / 3)
    const chunks = [0, 1, 2].map(index => `${name}.${index}=${value.slice(index * third, (index + 1) * third)}`)
    expect(await readSession(chunks.toReversed().join('; '), SECRET)).toEqual({ userId: 'user-1' })
    expect(await readSession(chunks.slice(1).join('; '), SECRET)).toBeNull()
  })

  test('is null for everything else', async () => {
    const { name, value } = await createSessionCookie('user-1', SECRET)
    expect(await readSession(undefined, SECRET)).toBeNull()
    expect(await readSession('', SECRET)).toBeNull()
    expect(await readSession(`${name}=`, SECRET)).toBeNull()
    expect(await readSession(`${name}=%E0%A4%A`, SECRET)).toBeNull()
    expect(await readSession(`${name}=${value}`, 'another secret')).toBeNull()
    expect(await readSession(`${name}=${value.slice(0, -4)}AAAA`, SECRET)).toBeNull()
    const expired = await encode({ token: { sub: 'user-1' }, secret: SECRET, maxAge: -60 })
    expect(await readSession(`${name}=${expired}`, SECRET)).toBeNull()
    const nobody = await encode({ token: {}, secret: SECRET })
    expect(await readSession(`${name}=${nobody}`, SECRET)).toBeNull()
  })
})
