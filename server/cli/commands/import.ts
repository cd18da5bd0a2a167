import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { importFile } from '../../indicators/import-file.ts'
import { CliError } from '../cli-error.ts'
import { sv } from '../sv.ts'
import { actorByLogin, withDatabase } from '../with-database.ts'

interface Options {
  source: string
  dryRun?: boolean
  as: string
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)

async function runImport(file: string, options: Options): Promise<void> {
  const bytes = await readFile(file).catch(() => {
    throw new CliError(sv.errors.noFile(file))
  })
  await withDatabase(async database => {
    const actor = await actorByLogin(database, options.as)
    const { preview, result } = await importFile({ db: database.client.db }, actor, {
      source: options.source,
      fileName: basename(file),
      bytes,
      dryRun: options.dryRun ?? false,
    })
    print(sv.import.counts(preview))
    if (result) print(sv.import.done(result.written))
    else if (preview.canConfirm) print(sv.import.dry)
    else throw new CliError(sv.import.refused(preview.errors.length))
  })
}

export function addImport(program: Command): Command {
  return program
    .command('import')
    .description(sv.import.summary)
    .argument('<fil>', sv.import.file)
    .requiredOption('--source <namn>', sv.import.source)
    .option('--dry-run', sv.import.dryRun)
    .option('--as <login>', sv.as, 'administrator')
    .action(runImport)
}
