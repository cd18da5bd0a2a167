import type { Command } from 'commander'
import { pruneHistory } from '../../history/prune-history.ts'
import { sv } from '../sv.ts'
import { swedish } from '../swedish.ts'
import { actorByLogin, withDatabase } from '../with-database.ts'

export function addHistory(program: Command): Command {
  const history = program.command('history').description(sv.history.summary)
  swedish(
    history
      .command('prune')
      .description(sv.history.prune)
      .option('--dry-run', sv.history.dryRun)
      .option('--as <login>', sv.as, 'administrator'),
  ).action((options: { dryRun?: boolean; as: string }) =>
    withDatabase(async (database, env) => {
      const actor = await actorByLogin(database, options.as)
      const months = env.HISTORY_MONTHS ?? null
      const dryRun = options.dryRun ?? false
      const pruned = await pruneHistory(database.client, actor, { months, dryRun })
      const text = months === null ? sv.history.forGood : sv.history.pruned(pruned, months)
      process.stdout.write(`${text}\n${dryRun && months !== null ? `${sv.history.dry}\n` : ''}`)
    }),
  )
  return history
}
