import type { Db } from '#db/client.ts'
import type { Actor } from '../policies/actor.ts'
import { confirmImport, type ImportResult } from './confirm-import.ts'
import type { ImportPreview } from './import/import-preview.ts'
import type { ImportProgress } from './import/progress.ts'
import { previewDraft } from './preview-import.ts'

interface Job {
  kind: 'preview' | 'confirm'
  progress: ImportProgress
  done: Promise<ImportPreview | ImportResult>
}

const KEY = Symbol.for('samskrift.import-jobs')
type Holder = { [KEY]?: Map<string, Job> }

/** What this process is doing with drafts now. Pages share it: Next bundles a copy of every module. */
function jobs(): Map<string, Job> {
  const holder = globalThis as Holder
  holder[KEY] ??= new Map()
  return holder[KEY]
}

const keyOf = (actor: Actor, draftId: string): string => `${actor.organisationId}|${draftId}`

function run<T extends ImportPreview | ImportResult>(
  key: string,
  kind: Job['kind'],
  work: (onProgress: (progress: ImportProgress) => void) => Promise<T>,
): Promise<T> {
  const job: Job = { kind, progress: { phase: 'reading', rows: 0, share: 0 }, done: Promise.resolve(null as never) }
  const done = work(progress => {
    job.progress = progress
  }).finally(() => {
    if (jobs().get(key) === job) jobs().delete(key)
  })
  job.done = done
  // Whoever asked hears of it; the map only remembers.
  done.catch(() => {})
  jobs().set(key, job)
  return done
}

/**
 * {@link previewDraft}, once for all who ask at the same time: who loads the page again waits for what is under way.
 */
export function previewOnce(services: { db: Db }, actor: Actor, draftId: string): Promise<ImportPreview> {
  const key = keyOf(actor, draftId)
  const running = jobs().get(key)
  if (running?.kind === 'preview') return running.done as Promise<ImportPreview>
  return run(key, 'preview', onProgress => previewDraft(services, actor, draftId, onProgress))
}

/** {@link confirmImport}, with its progress for who asks for it. */
export function confirmWithProgress(
  services: { db: Db },
  actor: Actor,
  draftId: string,
  withoutRejected: boolean,
): Promise<ImportResult> {
  return run(keyOf(actor, draftId), 'confirm', onProgress =>
    confirmImport(services, actor, draftId, { withoutRejected, onProgress }),
  )
}

/** How far this process has come with a draft; null where it does nothing with it. */
export function progressOf(actor: Actor, draftId: string): { kind: Job['kind']; progress: ImportProgress } | null {
  const job = jobs().get(keyOf(actor, draftId))
  return job ? { kind: job.kind, progress: job.progress } : null
}
