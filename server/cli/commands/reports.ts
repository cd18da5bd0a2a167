import type { Command } from 'commander'
import { listReports } from '../../reports/list-reports.ts'
import { sv } from '../sv.ts'
import { actorByLogin, withDatabase } from '../with-database.ts'

/** Presence lives in the server's memory; a command beside it does not see it. */
const NOBODY = { inReport: () => [] }

export function addReports(program: Command): Command {
  return program
    .command('reports')
    .description(sv.reports.summary)
    .option('--json', sv.json)
    .option('--as <login>', sv.as, 'administrator')
    .action((options: { json?: boolean; as: string }) =>
      withDatabase(async database => {
        const actor = await actorByLogin(database, options.as)
        const reports = await listReports({ db: database.client.db, presence: NOBODY }, actor)
        const rows = reports.map(({ present: _, ...report }) => report)
        if (options.json) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`)
        else if (!rows.length) process.stdout.write(`${sv.reports.none}\n`)
        else
          for (const row of rows)
            process.stdout.write(
              `${sv.reports.row({ ...row, status: row.lockedAt ? sv.reports.locked : sv.reports.draft })}\n`,
            )
      }),
    )
}
