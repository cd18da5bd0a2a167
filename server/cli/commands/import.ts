import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import type { Db } from '#db/client.ts'
import { AlreadyImportedError } from '../../indicators/errors.ts'
import type { ImportPreview } from '../../indicators/import/import-preview.ts'
import type { ImportProblem } from '../../indicators/import/problem.ts'
import { importFile } from '../../indicators/import-file.ts'
import type { Upload } from '../../indicators/preview-import.ts'
import {
  importErrorText,
  moreProblemsText,
  noticeText,
  problemCellText,
  problemColumn,
  problemText,
} from '../../indicators/problem-text.ts'
import type { Actor } from '../../policies/actor.ts'
import { CliError } from '../cli-error.ts'
import { sv } from '../sv.ts'
import { actorByLogin, withDatabase } from '../with-database.ts'

interface Options {
  source: string
  dryRun?: boolean
  as: string
}

const PRINTED = 20

const print = (line: string): void => void process.stdout.write(`${line}\n`)

function errorLine(error: ImportProblem): string {
  const text = [problemText(error), problemCellText(error)].filter(Boolean).join(' ')
  return sv.import.error(error.line, problemColumn(error), text)
}

function refusal({ errors, errorCount }: ImportPreview): string {
  const printed = errors.slice(0, PRINTED)
  const more = errorCount - printed.length
  return [
    sv.import.refused(errorCount),
    ...printed.map(errorLine),
    ...(more > 0 ? [`  ${moreProblemsText(more)}`] : []),
  ].join('\n')
}

/** Previews, imports and tells; the errors that imports throw get their Swedish. */
async function tellImport(services: { db: Db }, actor: Actor, upload: Upload & { dryRun: boolean }): Promise<void> {
  try {
    const { preview, result } = await importFile(services, actor, upload)
    // Of a file with errors nothing is written, whatever its good rows say.
    if (preview.errorCount === 0) print(sv.import.counts(preview))
    for (const notice of preview.notices) print(`  ${noticeText(notice)}`)
    if (preview.errorCount > 0) throw new CliError(refusal(preview))
    if (!preview.canConfirm) throw new AlreadyImportedError(preview.duplicateOfImport?.importId ?? '')
    print(result ? sv.import.done(result.written) : sv.import.dry)
  } catch (error) {
    const text = importErrorText(error)
    throw text === null ? error : new CliError(text)
  }
}

async function runImport(file: string, { source, as, dryRun = false }: Options): Promise<void> {
  const bytes = await readFile(file).catch(() => {
    throw new CliError(sv.errors.noFile(file))
  })
  await withDatabase(async database => {
    const actor = await actorByLogin(database, as)
    await tellImport({ db: database.client.db }, actor, { source, fileName: basename(file), bytes, dryRun })
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
