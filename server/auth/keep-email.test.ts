import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { appUser } from '#db/schema/user.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { keepEmail } from './keep-email.ts'
import { loadActorByLogin } from './load-actor.ts'

const database = testDatabase()

test('the address of the organisation’s account is kept; what is none changes nothing', async () => {
  await loadDemo(database.db)
  const id = (await loadActorByLogin(database.db, 'enhetschef'))?.id ?? ''
  const kept = async (email: string | null | undefined) => {
    await keepEmail(database.db, id, email)
    return (await database.db.select().from(appUser).where(eq(appUser.id, id)))[0]?.email
  }
  expect(await kept(undefined)).toBeNull()
  expect(await kept('eva@exempel.se')).toBe('eva@exempel.se')
  for (const none of [null, '', 'eva', 'eva@exempel.se\r\nBcc: alla@exempel.se'])
    expect(await kept(none)).toBe('eva@exempel.se')
  expect(await kept('eva.ek@exempel.se')).toBe('eva.ek@exempel.se')
})
