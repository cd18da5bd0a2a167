import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'
import { FragmentIndex } from '../collab/fragment-index.ts'
import { historyWork } from '../history/work/perform.ts'
import { foldState } from './fold-state.ts'
import type { JobName, JobReply, JobRequest, Jobs } from './jobs.ts'
import type { Migration } from './migrations/migration.ts'
import { seedTexts } from './seed-texts.ts'

/** Does the jobs that come to this worker thread, one at a time, in order. */
export function serveJobs(migrations: readonly Migration[]): void {
  const port = parentPort
  if (!port) throw new Error('jobs are done in a worker thread only')
  port.on('message', (request: JobRequest) => port.postMessage(reply(request, migrations)))
  port.postMessage({ ready: true } satisfies JobReply)
}

function reply(request: JobRequest, migrations: readonly Migration[]): JobReply {
  try {
    return { ok: true, output: perform(request, migrations) }
  } catch (error) {
    return { ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function perform(request: JobRequest, migrations: readonly Migration[]): Jobs[JobName]['output'] {
  const past = historyWork(migrations)
  switch (request.job) {
    case 'fold':
      return foldState(request.input, migrations)
    case 'diff':
      return Y.diffUpdate(request.input.state, request.input.stateVector)
    case 'fragments':
      return FragmentIndex.of(request.input.state).data
    case 'seedTexts':
      return seedTexts(request.input)
    case 'pack':
      return past.pack(request.input)
    case 'packMoment':
      return past.packMoment(request.input)
    case 'read':
      return past.read(request.input)
    case 'compare':
      return past.compare(request.input)
    case 'restore':
      return past.restore(request.input)
    case 'append':
      return past.append(request.input)
    case 'mark':
      return past.mark(request.input)
    case 'sessions':
      return past.sessions(request.input)
  }
}
