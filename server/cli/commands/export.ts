import { writeFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import { createDocuments } from '../../documents/create-documents.ts'
import { createExports } from '../../export/create-exports.ts'
import { EXPORT_FORMATS, type ExportFormat, type ExportProgress, type Exports } from '../../export/exports.ts'
import { resolveExport } from '../../export/resolve-export.ts'
import { CliError } from '../cli-error.ts'
import { sv } from '../sv.ts'
import { actorByLogin, withDatabase } from '../with-database.ts'

interface Options {
  format: ExportFormat
  out: string
  figures?: boolean
  public?: boolean
  as: string
}

function finished(exports: Exports, jobId: string): Promise<ExportProgress> {
  return new Promise(resolve => {
    exports.watch(jobId, progress => {
      if (progress.state === 'done' || progress.state === 'failed') resolve(progress)
    })
  })
}

async function runExport(reportId: string, options: Options): Promise<void> {
  await withDatabase(async database => {
    const actor = await actorByLogin(database, options.as)
    const documents = createDocuments(database.client)
    const exports = createExports({
      resolve: () => resolveExport({ db: database.client.db, documents }, actor, reportId, options.format),
    })
    try {
      const job = await exports.start({
        reportId,
        userId: actor.id,
        format: options.format,
        figures: options.figures === true,
        audience: options.public ? 'public' : 'internal',
      })
      const progress = await finished(exports, job.id)
      const bytes = await exports.file(job.id)
      if (!bytes)
        throw new CliError(
          sv.errors.codes[progress.errorCode ?? ''] ?? sv.errors.exportFailed(progress.errorCode ?? '?'),
        )
      await writeFile(options.out, bytes).catch(() => {
        throw new CliError(sv.errors.cannotWrite(options.out))
      })
      process.stdout.write(`${sv.export.done(options.out, bytes.length)}\n`)
    } finally {
      await exports.close()
      await documents.close()
    }
  })
}

export function addExport(program: Command): Command {
  return program
    .command('export')
    .description(sv.export.summary)
    .argument('<rapport>', sv.export.report)
    .addOption(new Option('--format <format>', sv.export.format).choices(EXPORT_FORMATS).default('pdf'))
    .requiredOption('--out <fil>', sv.export.out)
    .option('--figures', sv.export.figures)
    .option('--public', sv.export.public)
    .option('--as <login>', sv.as, 'administrator')
    .action(runExport)
}
