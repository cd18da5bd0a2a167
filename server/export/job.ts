import type { ExportJob, ExportProgress } from './exports.ts'
import { RenderError } from './render-error.ts'
import type { RenderProgress } from './render-pdf.ts'

const isFinal = ({ state }: ExportProgress): boolean => state === 'done' || state === 'failed'

/** One export and who watches it. */
export class Job {
  progress: ExportProgress = { state: 'queued', step: 'waiting', share: 0, errorCode: null }
  bytes: Uint8Array | null = null
  firstPage: Uint8Array | null = null
  private readonly stopping = new AbortController()
  private readonly watchers = new Set<(progress: ExportProgress) => void>()

  constructor(readonly description: ExportJob) {}

  /** Aborted when nobody wants the file any more. */
  get stopped(): AbortSignal {
    return this.stopping.signal
  }

  stop(): void {
    this.stopping.abort(new RenderError('render-stopped', 'nobody waits for it any more'))
  }

  update(change: Partial<ExportProgress>): void {
    if (isFinal(this.progress)) return
    this.progress = { ...this.progress, ...change }
    for (const on of [...this.watchers]) on(this.progress)
    if (isFinal(this.progress)) this.watchers.clear()
  }

  proceed({ firstPage, ...progress }: RenderProgress): void {
    if (firstPage) this.firstPage = firstPage
    this.update({ ...progress, ...(firstPage && { firstPage: true }) })
  }

  watch(on: (progress: ExportProgress) => void): () => void {
    if (!isFinal(this.progress)) this.watchers.add(on)
    on(this.progress)
    return () => void this.watchers.delete(on)
  }
}
