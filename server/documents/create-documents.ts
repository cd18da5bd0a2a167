import type { DatabaseClient, Tx } from '#db/client.ts'
import { HistoryWorker } from '../history/history-worker.ts'
import { log } from '../log.ts'
import { DocumentWorker, type DocumentWorkerOptions } from './document-worker-client.ts'
import type { Documents, FoldResult } from './documents.ts'
import { loggableError } from './loggable-error.ts'
import { readForFold, reportsBehind, storeFold } from './store-fold.ts'
import { Turns } from './turns.ts'

// Each holds a database connection while it waits for the one thread: more would only take them from the pages.
const FOLDS_AT_ONCE = 2

export interface DocumentsOptions extends DocumentWorkerOptions {
  /** Told how long each fold took that had something to do, s. */
  onFolded?: (seconds: number) => void
}

export function createDocuments(client: Pick<DatabaseClient, 'db'>, options: DocumentsOptions = {}): Documents {
  const worker = new DocumentWorker(options)
  worker.warm()
  const history = new HistoryWorker(options)
  const turns = new Turns(FOLDS_AT_ONCE)

  async function foldIn(tx: Tx, reportId: string): Promise<FoldResult> {
    const input = await readForFold(tx, reportId)
    const { state, stateVector, version, editorVersion } = input
    const versionBefore = version
    const isCurrent = editorVersion.from === editorVersion.to
    if (isCurrent && input.updates.length === 0 && input.alwaysProject.length === 0) {
      return { seq: input.seq, folded: [], state, stateVector, version, versionBefore, deletions: null, unusable: [] }
    }
    const begun = performance.now()
    const output = await worker.run('fold', input)
    if (output.unusable.length > 0) log.error({ reportId, rows: output.unusable }, 'Yjs cannot apply rows of the log')
    if (output.beforeMigration) log.info({ reportId, ...editorVersion }, 'a document was migrated')
    const stored = await storeFold(tx, reportId, input, output)
    options.onFolded?.((performance.now() - begun) / 1000)
    return { ...output, ...stored, versionBefore, folded: input.updates.map(update => update.seq) }
  }

  const fold = (reportId: string, within?: Tx): Promise<FoldResult> =>
    within ? foldIn(within, reportId) : turns.take(() => client.db.transaction(tx => foldIn(tx, reportId)))

  return {
    fold,
    async foldPending() {
      const behind = await client.db.transaction(reportsBehind)
      let folded = 0
      for (const reportId of behind) {
        try {
          await fold(reportId)
          folded += 1
        } catch (error) {
          log.error({ error: loggableError(error), reportId }, 'a report could not be folded')
        }
      }
      return folded
    },
    diff: (state, stateVector) => worker.run('diff', { state, stateVector }),
    fragments: state => worker.run('fragments', { state }),
    seedTexts: input => worker.run('seedTexts', input),
    history,
    async close() {
      await Promise.all([worker.close(), history.close()])
    },
  }
}
