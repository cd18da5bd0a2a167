import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DocumentWorker } from './document-worker-client.ts'
import { DocumentWorkerFailedError, DocumentWorkerTimeoutError } from './errors.ts'

let folder: string
let script: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samskrift-worker-'))
  script = join(folder, 'worker.mjs')
  // Does what the state says, and answers with its thread.
  await writeFile(
    script,
    `import { parentPort, threadId } from 'node:worker_threads'
     parentPort.postMessage({ ready: true })
     parentPort.on('message', ({ input }) => {
       const what = Buffer.from(input.state).toString()
       if (what === 'die') process.exit(3)
       if (what === 'throw') throw new Error('out of the blue')
       if (what === 'hang') for (;;);
       if (what === 'fail') parentPort.postMessage({ ok: false, error: 'cannot' })
       else parentPort.postMessage({ ok: true, output: threadId })
     })`,
  )
})
afterAll(() => rm(folder, { recursive: true }))

const job = (worker: DocumentWorker, what: string) =>
  worker.run('diff', { state: Buffer.from(what), stateVector: new Uint8Array() })

test('jobs run in order in one thread', async () => {
  const worker = new DocumentWorker({ script })
  const threads = await Promise.all(['a', 'b', 'c'].map(what => job(worker, what)))
  expect(new Set(threads).size).toBe(1)
  await worker.close()
})

test.each(['die', 'throw'])('a thread that does "%s" is replaced; only its job fails', async what => {
  const worker = new DocumentWorker({ script })
  const [before, failed, after] = await Promise.allSettled(['a', what, 'b'].map(one => job(worker, one)))
  expect(failed).toMatchObject({ status: 'rejected', reason: expect.any(DocumentWorkerFailedError) })
  expect(before?.status).toBe('fulfilled')
  expect(after?.status).toBe('fulfilled')
  expect(after).not.toEqual(before)
  await worker.close()
})

test('a job that takes too long fails by name, and the next one gets a new thread', async () => {
  const worker = new DocumentWorker({ script, timeout: 1_000 })
  await expect(job(worker, 'hang')).rejects.toThrow(DocumentWorkerTimeoutError)
  await expect(job(worker, 'a')).resolves.toBeDefined()
  await worker.close()
})

test('a job that fails leaves the thread', async () => {
  const worker = new DocumentWorker({ script })
  const before = await job(worker, 'a')
  await expect(job(worker, 'fail')).rejects.toThrow(DocumentWorkerFailedError)
  expect(await job(worker, 'a')).toEqual(before)
  await worker.close()
})

test('close fails what waits and what comes', async () => {
  const worker = new DocumentWorker({ script })
  const waiting = [job(worker, 'hang'), job(worker, 'a')]
  const settled = Promise.allSettled(waiting)
  await worker.close()
  for (const { status } of await settled) expect(status).toBe('rejected')
  await expect(job(worker, 'a')).rejects.toThrow(DocumentWorkerFailedError)
})
