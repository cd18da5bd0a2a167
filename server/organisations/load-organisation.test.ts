import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { organisation } from '#db/schema/organisation.ts'
import { appUser } from '#db/schema/user.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { loadActorByLogin } from '../auth/load-actor.ts'
import { demoOrganisation } from '../demo/demo-organisation.ts'
import { loadOrganisation } from './load-organisation.ts'
import { type OrganisationPlan, organisationPlan } from './organisation-plan.ts'

const database = testDatabase()

const plan = (role: 'mas' | 'revisor'): OrganisationPlan => ({
  name: 'Provkommun',
  diaryNumberPattern: '^\\d+$',
  diaryNumberExample: '1',
  boards: [{ key: 'n', name: 'Nämnden', administration: 'Förvaltningen' }],
  users: [{ login: 'https://idp.example#1', name: 'Prov', title: 'Provare', grants: [{ board: 'n', role }] }],
})

const emailOf = async (login: string) =>
  (await database.db.select().from(appUser).where(eq(appUser.login, login)))[0]?.email

test('the demo is a plan like any other', () => {
  expect(organisationPlan.parse(demoOrganisation)).toEqual(demoOrganisation)
})

test('loading again changes, and never doubles', async () => {
  await Promise.all([loadOrganisation(database.db, plan('mas')), loadOrganisation(database.db, plan('mas'))])
  const before = await loadActorByLogin(database.db, 'https://idp.example#1')
  expect(before?.grants).toMatchObject([{ role: 'mas' }])
  await loadOrganisation(database.db, plan('revisor'))
  expect(await emailOf('https://idp.example#1')).toBeNull()
  const reachable = plan('revisor')
  reachable.users = reachable.users.map(user => ({ ...user, email: 'prov@exempel.se' }))
  await loadOrganisation(database.db, reachable)
  await loadOrganisation(database.db, plan('revisor'))
  // Left out, it stays.
  expect(await emailOf('https://idp.example#1')).toBe('prov@exempel.se')
  const after = await loadActorByLogin(database.db, 'https://idp.example#1')
  expect(after).toMatchObject({ id: before?.id, grants: [{ role: 'revisor' }] })
  const rows = await database.db.select().from(organisation).where(eq(organisation.name, 'Provkommun'))
  expect(rows).toHaveLength(1)
})

test.each([
  ['a pattern that is none', { diaryNumberPattern: '(' }],
  ['no board', { boards: [] }],
  [
    'a role on a board that is not there',
    { users: [{ login: 'x', name: 'x', title: '', grants: [{ board: 'x', role: 'mas' }] }] },
  ],
  ['a field that nobody knows', { colour: 'blue' }],
])('refuses %s', (_what, wrong) => {
  expect(organisationPlan.safeParse({ ...plan('mas'), ...wrong }).success).toBe(false)
})
