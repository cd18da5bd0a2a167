import { test } from '@playwright/test'
import { demoOrganisation } from '#server/demo/demo-organisation.ts'
import { loadDemo } from '#server/demo/load-demo.ts'
import { readEnv } from '#server/env.ts'
import { openDatabaseAsGuest } from '#server/process/open-database.ts'

export interface OwnOrganisation {
  name: string
  loginOf: (name: string) => string
}

const made = new Map<string, Promise<OwnOrganisation>>()

/**
 * The demo's organisation anew for each file, and for each try, which is a process of its own: what another file has
 * imported, written or published, and what a failed try left, is another organisation's.
 */
export function ownOrganisation(): Promise<OwnOrganisation> {
  const { file, workerIndex } = test.info()
  const known = made.get(file) ?? makeOrganisation(`${workerIndex}-${made.size}`)
  made.set(file, known)
  return known
}

async function makeOrganisation(mark: string): Promise<OwnOrganisation> {
  const env = { ...readEnv(), DATABASE_URL: undefined, SAMSKRIFT_DATA: process.env.SAMSKRIFT_E2E_DATA ?? '' }
  const name = `${demoOrganisation.name} ${mark}`
  const users = demoOrganisation.users.map(user => ({ ...user, login: `${user.login}-${mark}` }))
  const database = await openDatabaseAsGuest(env)
  try {
    await loadDemo(database.client.db, { ...demoOrganisation, name, users })
  } finally {
    await database.close()
  }
  return { name, loginOf: wanted => loginIn(users, wanted) }
}

/** @param name as the demo has it */
export function loginIn(users: { login: string; name: string }[], wanted: string): string {
  const found = users.find(({ name }) => name === wanted)
  if (!found) throw new Error(`no demo user ${wanted}`)
  return found.login
}
