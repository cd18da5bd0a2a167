import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { apiToken } from '#db/schema/api.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { InvalidInputError, NotAllowedError, NotFoundError } from '../errors.ts'
import { makeActor, makeColleague } from '../indicators/testing/organisation.ts'
import type { Actor } from '../policies/actor.ts'
import { findToken } from './find-token.ts'
import { listTokens } from './list-tokens.ts'
import { makeToken } from './make-token.ts'
import { revokeToken } from './revoke-token.ts'

const database = testDatabase()
let admin: Actor

const HR = { name: 'HR-systemet', scopes: ['observations:write'], days: 30 }
const later = (ms: number): Date => new Date(Date.now() + ms)
const DAY = 24 * 60 * 60 * 1000

beforeEach(async () => {
  admin = await makeActor(database.db, 'administrator', 'Administratör')
})

describe('a token', () => {
  test('is shown once, and the database does not hold it', async () => {
    const { id, secret } = await makeToken(database, admin, HR)
    expect(secret).toMatch(/^sk_[A-Za-z0-9_-]{43}$/)
    const [row] = await database.db.select().from(apiToken).where(eq(apiToken.id, id))
    expect(JSON.stringify(row)).not.toContain(secret.slice(3))
    expect(await findToken(database, secret)).toMatchObject({ tokenId: id, scopes: ['observations:write'] })
    expect(await findToken(database, `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`)).toBeNull()
    expect(await findToken(database, row?.tokenHash ?? '')).toBeNull()
  })

  test('ends on its day, and when it is revoked', async () => {
    const { id, secret } = await makeToken(database, admin, HR)
    expect(await findToken(database, secret, later(29 * DAY))).not.toBeNull()
    expect(await findToken(database, secret, later(31 * DAY))).toBeNull()
    expect((await listTokens(database, admin, later(31 * DAY)))[0]?.state).toBe('expired')
    await revokeToken(database, admin, id)
    expect(await findToken(database, secret)).toBeNull()
    const [first] = await listTokens(database, admin)
    await revokeToken(database, admin, id)
    expect(await listTokens(database, admin)).toEqual([{ ...first, state: 'revoked' }])
  })

  test('says when it was used, to the minute', async () => {
    const { id, secret } = await makeToken(database, admin, HR)
    const used = async () => (await listTokens(database, admin)).find(token => token.id === id)?.lastUsedAt
    expect(await used()).toBeNull()
    const first = later(0)
    await findToken(database, secret, first)
    await findToken(database, secret, later(30_000))
    expect(await used()).toBe(first.toISOString())
    const third = later(61_000)
    await findToken(database, secret, third)
    expect(await used()).toBe(third.toISOString())
  })

  test('is the administrator’s to make and revoke, in their own organisation', async () => {
    const { id } = await makeToken(database, admin, HR)
    const mas = await makeColleague(database.db, admin.organisationId, 'mas', 'MAS')
    const stranger = await makeActor(database.db, 'administrator')
    await expect(makeToken(database, mas, HR)).rejects.toThrow(NotAllowedError)
    await expect(listTokens(database, mas)).rejects.toThrow(NotAllowedError)
    await expect(revokeToken(database, mas, id)).rejects.toThrow(NotAllowedError)
    await expect(revokeToken(database, stranger, id)).rejects.toThrow(NotFoundError)
    await expect(revokeToken(database, admin, 'x')).rejects.toThrow(NotFoundError)
    expect(await listTokens(database, stranger)).toEqual([])
  })

  test.each([{ name: '' }, { scopes: [] }, { scopes: ['admin'] }, { days: 0 }, { name: 'Anna 19121212-1212' }])(
    'is not made of %o',
    async change => {
      await expect(makeToken(database, admin, { ...HR, ...change })).rejects.toThrow(InvalidInputError)
    },
  )
})
