import { loadActorByLogin } from '../auth/load-actor.ts'
import { type Env, readEnv } from '../env.ts'
import type { Actor } from '../policies/actor.ts'
import { type OpenDatabase, openDatabaseAsGuest } from '../process/open-database.ts'
import { CliError } from './cli-error.ts'
import { sv } from './sv.ts'

/** Runs a command on the database, and closes it whatever happens. */
export async function withDatabase<T>(run: (database: OpenDatabase, env: Env) => Promise<T>): Promise<T> {
  const env = readEnv()
  const database = await openDatabaseAsGuest(env)
  try {
    return await run(database, env)
  } finally {
    await database.close()
  }
}

/** @throws CliError when nobody has that login */
export async function actorByLogin(database: OpenDatabase, login: string): Promise<Actor> {
  const actor = await loadActorByLogin(database.client.db, login)
  if (!actor) throw new CliError(sv.errors.unknownUser(login))
  return actor
}
