import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'
import { FragmentIndex } from '../collab/fragment-index.ts'
import { historyWork } from '../history/work/perform.ts'
import { foldState } from './fold-state.ts'
import type { JobName, JobReply, JobRequest, Jobs } from './jobs.ts'

/** The worker thread: one job at a time, in order. */
const port = parentPort
if (!port) throw new Error('document-worker.ts runs in a worker thread only')

port.on('message', (request: JobRequest) => port.postMessage(reply(request)))
port.postMessage({ ready: true } satisfies JobReply)

function reply(request: JobRequest): JobReply {
  try {
    return { ok: true, output: perform(request) }
  } catch (error) {
    return { ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function perform(request: JobRequest): Jobs[JobName]['output'] {
  switch (request.job) {
    case 'fold':
      return foldState(request.input)
    case 'diff':
      return Y.diffUpdate(request.input.state, request.input.stateVector)
    case 'fragments':
      return FragmentIndex.of(request.input.state).data
    case 'pack':
      return historyWork.pack(request.input)
    case 'packMoment':
      return historyWork.packMoment(request.input)
    case 'read':
      return historyWork.read(request.input)
    case 'compare':
      return historyWork.compare(request.input)
    case 'restore':
      return historyWork.restore(request.input)
    case 'sessions':
      return historyWork.sessions(request.input)
  }
}
