import { DocumentWorker, type DocumentWorkerOptions } from '../documents/document-worker-client.ts'
import { SegmentCache } from './segment-cache.ts'
import type { HistoryJobs } from './work/history-jobs.ts'
import { Writers } from './writers.ts'

/** A Yjs update V1 of nothing. */
const EMPTY = new Uint8Array([0, 0])

/** The thread that works on the past of reports; it starts with the first question. */
export class HistoryWorker {
  /** Parts of timelines that are read already. */
  readonly segments = new SegmentCache()
  readonly writers = new Writers()
  private readonly worker: DocumentWorker

  constructor(options: DocumentWorkerOptions) {
    this.worker = new DocumentWorker(options)
  }

  /** @throws DocumentWorkerTimeoutError, DocumentWorkerFailedError */
  run<N extends keyof HistoryJobs>(job: N, input: HistoryJobs[N]['input']): Promise<HistoryJobs[N]['output']> {
    return this.worker.run(job, input) as Promise<HistoryJobs[N]['output']>
  }

  /** Resolves when the thread has loaded its code: whoever will hold a lock while it works waits here first. */
  async ready(): Promise<void> {
    await this.run('pack', { state: EMPTY })
  }

  close(): Promise<void> {
    return this.worker.close()
  }
}
