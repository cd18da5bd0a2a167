import type { Job } from './job.ts'

/** Ended jobs with their files, for a while: each for a time, and together at most so many bytes. */
export class JobShelf {
  private readonly ended = new Map<Job, NodeJS.Timeout>()

  constructor(
    private readonly limits: { milliseconds: number; bytes: number },
    private readonly onGone: (job: Job) => void,
  ) {}

  put(job: Job): void {
    const expiry = setTimeout(() => this.remove(job), this.limits.milliseconds)
    this.ended.set(job, expiry.unref())
    // The oldest go first; the newest stays, however large.
    for (const old of this.ended.keys()) if (this.size > this.limits.bytes && old !== job) this.remove(old)
  }

  clear(): void {
    for (const job of [...this.ended.keys()]) this.remove(job)
  }

  private get size(): number {
    return [...this.ended.keys()].reduce(
      (sum, job) => sum + (job.bytes?.byteLength ?? 0) + (job.firstPage?.byteLength ?? 0),
      0,
    )
  }

  private remove(job: Job): void {
    clearTimeout(this.ended.get(job))
    this.ended.delete(job)
    this.onGone(job)
  }
}
