import '../process/demand-node.ts'
import '../node-env.ts'
import { Command, CommanderError } from 'commander'
import { addExport } from './commands/export.ts'
import { addHistory } from './commands/history.ts'
import { addImport } from './commands/import.ts'
import { addOrganisation } from './commands/organisation.ts'
import { addReports } from './commands/reports.ts'
import { addSession } from './commands/session.ts'
import { cliErrorText } from './error-text.ts'
import { sv } from './sv.ts'
import { swedish } from './swedish.ts'

const program = swedish(new Command('samskrift')).usage(sv.usage.whole).description(sv.description)
for (const add of [addReports, addImport, addExport, addHistory, addOrganisation, addSession]) swedish(add(program))

try {
  await program.parseAsync()
} catch (error) {
  // Commander has printed its help already; that is no error.
  if (error instanceof CommanderError && error.exitCode === 0) process.exit(0)
  process.stderr.write(`${cliErrorText(error)}\n`)
  process.exitCode = 1
}
