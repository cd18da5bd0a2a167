import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { isBuilt, program } from '../process/program.ts'
import { DocumentWorkerFailedError, DocumentWorkerTimeoutError } from './errors.ts'
import type { JobName, JobReply, JobRequest, Jobs } from './jobs.ts'

interface Waiting {
  request: JobRequest
  resolve: (output: Jobs[JobName]['output']) => void
  reject: (error: Error) => void
}

// On Node 20 `--import tsx` does not reach a thread's own entry file, so the thread starts with this instead. As CommonJS,
// because tsx would start one more thread to load modules, and keep it.
const runTypeScript = (script: string): string => `
  require(${JSON.stringify(fileURLToPath(import.meta.resolve('tsx/cjs/api')))}).register()
  require(${JSON.stringify(script)})`

/** How long a thread may take to load its code, ms: half a second, on a busy machine many times that. */
const STARTING = 60_000

export interface DocumentWorkerOptions {
  /** How long one job may take, ms. */
  timeout?: number
  /** The thread's code, a file; another one in tests. */
  script?: string
}

/** The worker thread seen from the event loop. A thread that died or hung is replaced when the next job comes. */
export class DocumentWorker {
  private readonly timeout: number
  private readonly script: string
  private worker: Worker | null = null
  private current: Waiting | null = null
  private timer: NodeJS.Timeout | null = null
  private readonly queue: Waiting[] = []
  private closed = false
  private ready = false

  constructor(options: DocumentWorkerOptions = {}) {
    this.timeout = options.timeout ?? 30_000
    this.script = options.script ?? program('server/documents/document-worker.ts').file
  }

  /**
   * Jobs run one after another.
   * @throws DocumentWorkerTimeoutError, DocumentWorkerFailedError
   */
  run<N extends JobName>(job: N, input: Jobs[N]['input']): Promise<Jobs[N]['output']> {
    if (this.closed) return Promise.reject(new DocumentWorkerFailedError('the document worker is closed'))
    return new Promise((resolve, reject) => {
      const request = { job, input } as JobRequest
      this.queue.push({ request, resolve: output => resolve(output as Jobs[N]['output']), reject })
      this.next()
    })
  }

  /** Starts the thread ahead of the first job, which would otherwise wait for its imports. */
  warm(): void {
    this.worker ??= this.start()
  }

  async close(): Promise<void> {
    this.closed = true
    const error = new DocumentWorkerFailedError('the document worker is closed')
    for (const waiting of this.queue.splice(0)) waiting.reject(error)
    await this.replace(error)
  }

  private next(): void {
    if (this.current) return
    const waiting = this.queue.shift()
    if (!waiting) return
    this.current = waiting
    this.worker ??= this.start()
    // An idle thread must not keep a command-line program running; a busy one must.
    this.worker.ref()
    this.worker.postMessage(waiting.request)
    this.allow(this.ready ? this.timeout : STARTING + this.timeout)
  }

  private allow(milliseconds: number): void {
    const waiting = this.current
    if (this.timer) clearTimeout(this.timer)
    if (!waiting) return
    this.timer = setTimeout(() => {
      void this.replace(new DocumentWorkerTimeoutError(waiting.request.job, milliseconds))
    }, milliseconds)
  }

  private start(): Worker {
    this.ready = false
    const worker = new Worker(isBuilt ? this.script : runTypeScript(this.script), {
      eval: !isBuilt,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 2048 },
    })
    worker.unref()
    worker.on('message', (reply: JobReply) => {
      if (worker !== this.worker) return
      if ('ready' in reply) {
        this.ready = true
        this.allow(this.timeout)
        return
      }
      const waiting = this.take()
      worker.unref()
      if (reply.ok) waiting?.resolve(reply.output)
      else waiting?.reject(new DocumentWorkerFailedError(reply.error))
      this.next()
    })
    worker.on('error', error => this.lost(worker, error))
    worker.on('exit', code => this.lost(worker, new Error(`exit code ${code}`)))
    return worker
  }

  private lost(worker: Worker, cause: Error): void {
    if (worker !== this.worker) return
    void this.replace(new DocumentWorkerFailedError(`the document worker died: ${cause.message}`, { cause }))
  }

  /** Ends the thread, fails its job and lets the next job start another thread. */
  private async replace(error: Error): Promise<void> {
    const worker = this.worker
    this.worker = null
    this.take()?.reject(error)
    this.next()
    await worker?.terminate()
  }

  private take(): Waiting | null {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    const waiting = this.current
    this.current = null
    return waiting
  }
}
