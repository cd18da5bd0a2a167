import { resolve } from 'node:path'
import type { Command } from 'commander'
import { keptAuthSecret } from '../../auth/auth-secret.ts'
import { createSessionCookie } from '../../auth/session-cookie.ts'
import { CliError } from '../cli-error.ts'
import { sv } from '../sv.ts'
import { actorByLogin, withDatabase } from '../with-database.ts'

export function addSession(program: Command): Command {
  return program
    .command('session')
    .description(sv.session.summary)
    .requiredOption('--user <login>', sv.session.user)
    .action((options: { user: string }) =>
      withDatabase(async (database, env) => {
        if (!env.demo) throw new CliError(sv.errors.demoOnly)
        const actor = await actorByLogin(database, options.user)
        const secret = env.AUTH_SECRET ?? (await keptAuthSecret(resolve(env.SAMSKRIFT_DATA)))
        const cookie = await createSessionCookie(actor.id, secret)
        process.stdout.write(`${cookie.name}=${cookie.value}\n`)
      }),
    )
}
