import { MIGRATIONS } from './migrations/migrations.ts'
import { serveJobs } from './serve-jobs.ts'

/** The worker thread. */
serveJobs(MIGRATIONS)
