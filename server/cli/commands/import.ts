import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import type { Db } from '#db/client.ts'
import { InvalidInputError } from '../../errors.ts'
import { layoutWithAnswers } from '../../indicators/answer-questions.ts'
import { discardDraft } from '../../indicators/discard-draft.ts'
import { AlreadyImportedError, NoLayoutError } from '../../indicators/errors.ts'
import type { ImportPreview } from '../../indicators/import/import-preview.ts'
import type { ImportProblem } from '../../indicators/import/problem.ts'
import { importFile } from '../../indicators/import-file.ts'
import { saveDraft, type Upload } from '../../indicators/preview-import.ts'
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
  source?: string
  period?: string
  year?: string
  area?: string
  withoutRejected?: boolean
  dryRun?: boolean
  as: string
}

/** What a person says of a file that does not say it itself. */
type Told = Pick<Options, 'period' | 'year' | 'area'>

const PRINTED = 20

const print = (line: string): void => void process.stdout.write(`${line}\n`)

function errorLine(error: ImportProblem): string {
  const text = [problemText(error), problemCellText(error)].filter(Boolean).join(' ')
  return sv.import.error(error.line, problemColumn(error), text)
}

const refusal = (preview: ImportPreview): string => listed(sv.import.refused(preview.errorCount), preview)
const rest = (preview: ImportPreview): string => listed(sv.import.rejected(preview.rejectedRows), preview)

function listed(head: string, { errors, errorCount }: ImportPreview): string {
  const printed = errors.slice(0, PRINTED)
  const more = errorCount - printed.length
  return [head, ...printed.map(errorLine), ...(more > 0 ? [`  ${moreProblemsText(more)}`] : [])].join('\n')
}

/** The source that a file's headers are of. */
async function recognised(services: { db: Db }, actor: Actor, upload: Upload): Promise<string> {
  const { draftId, source } = await saveDraft(services, actor, upload)
  await discardDraft(services, actor, draftId)
  if (source === null) throw new NoLayoutError()
  return source
}

/** The upload with the answers to what its source asks of every file. */
async function withAnswers(services: { db: Db }, actor: Actor, upload: Upload, told: Told): Promise<Upload> {
  const { period = '', year = '', area = '' } = told
  if (!(period || year || area)) return upload
  const source = upload.source ?? (await recognised(services, actor, upload))
  return { ...upload, source, layout: await layoutWithAnswers(services, actor, source, { period, year, area }) }
}

interface Wanted extends Told {
  upload: Upload
  dryRun: boolean
  withoutRejected: boolean
}

/** Previews, imports and tells; the errors that imports throw get their Swedish. */
async function tellImport(services: { db: Db }, actor: Actor, { upload, ...wanted }: Wanted): Promise<void> {
  try {
    const file = await withAnswers(services, actor, upload, wanted)
    const { dryRun, withoutRejected } = wanted
    const { preview, result } = await importFile(services, actor, { ...file, dryRun, withoutRejected })
    const isPartial = withoutRejected && preview.canConfirmRest
    // Of a file that cannot be imported nothing is written, whatever its good rows say.
    if (preview.errorCount === 0 || isPartial) print(sv.import.counts(preview))
    for (const notice of preview.notices) print(`  ${noticeText(notice)}`)
    if (preview.errorCount > 0 && !isPartial) throw new CliError(refusal(preview))
    if (isPartial) print(rest(preview))
    else if (!preview.canConfirm) throw new AlreadyImportedError(preview.duplicateOfImport?.importId ?? '')
    print(result ? sv.import.done(result.written) : sv.import.dry)
  } catch (error) {
    if (error instanceof InvalidInputError) throw new CliError(sv.import.wrongAnswer)
    const text = importErrorText(error)
    throw text === null ? error : new CliError(text)
  }
}

async function runImport(file: string, options: Options): Promise<void> {
  const { source = null, as, dryRun = false, withoutRejected = false, period, year, area } = options
  const bytes = await readFile(file).catch(() => {
    throw new CliError(sv.errors.noFile(file))
  })
  await withDatabase(async database => {
    const actor = await actorByLogin(database, as)
    const upload = { source, fileName: basename(file), bytes }
    const told = { ...(period && { period }), ...(year && { year }), ...(area && { area }) }
    await tellImport({ db: database.client.db }, actor, { upload, dryRun, withoutRejected, ...told })
  })
}

export function addImport(program: Command): Command {
  return program
    .command('import')
    .description(sv.import.summary)
    .argument('<fil>', sv.import.file)
    .option('--source <namn>', sv.import.source)
    .option('--period <period>', sv.import.period)
    .option('--year <år>', sv.import.year)
    .option('--area <område>', sv.import.area)
    .option('--without-rejected', sv.import.withoutRejected)
    .option('--dry-run', sv.import.dryRun)
    .option('--as <login>', sv.as, 'administrator')
    .action(runImport)
}
