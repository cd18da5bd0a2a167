import { readFile } from 'node:fs/promises'
import { connect } from '#db/client.ts'
import { loadActorByLogin } from '#server/auth/load-actor.ts'
import { confirmImport } from '#server/indicators/confirm-import.ts'
import type { ImportProgress } from '#server/indicators/import/progress.ts'
import { importFile } from '#server/indicators/import-file.ts'
import { previewDraft, saveDraft } from '#server/indicators/preview-import.ts'
import { bigLayout } from './big-tables.ts'

export interface OneImport {
  /** Seconds. */
  upload: number
  preview: number
  confirm: number
  /** All of it in one go, as the command line does: the file is read for people, and once for figures. */
  inOneGo: number | null
  written: number
  /** Times that somebody who watches is told. */
  progressSteps: number
  /** Longest time that the event loop stood still, ms. */
  longestPause: number
  /** Highest resident memory of the process in its life, MB. */
  peakMb: number
}

// A process of its own, so that its memory is that of imports alone: what the server does for one file.
const [url = '', path = '', otherUrl = ''] = process.argv.slice(2)

let longestPause = 0
let last = performance.now()
const pulse = setInterval(() => {
  const now = performance.now()
  longestPause = Math.max(longestPause, now - last - 20)
  last = now
}, 20)

const steps = new Set<string>()
const onProgress = ({ phase, share }: ImportProgress) => steps.add(`${phase} ${Math.round(share * 100)}`)

const client = connect(url)
const actor = await loadActorByLogin(client.db, 'mas')
if (!actor) throw new Error('the demo is not loaded')

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; answer: T }> {
  const begun = performance.now()
  const answer = await work()
  return { seconds: Math.round((performance.now() - begun) / 100) / 10, answer }
}

const fileName = path.split('/').at(-1) ?? ''
const upload = await timed(async () =>
  saveDraft(client, actor, { source: 'stor-tabell', fileName, bytes: await readFile(path), layout: bigLayout }),
)
const preview = await timed(() => previewDraft(client, actor, upload.answer.draftId, onProgress))
if (!preview.answer.canConfirm) throw new Error(JSON.stringify(preview.answer.errors.slice(0, 3)))
const confirm = await timed(() => confirmImport(client, actor, upload.answer.draftId, { onProgress }))
await client.close()

async function inOneGo(): Promise<number> {
  const other = connect(otherUrl)
  const person = await loadActorByLogin(other.db, 'mas')
  if (!person) throw new Error('the demo is not loaded')
  const { seconds, answer } = await timed(async () => {
    const bytes = await readFile(path)
    return importFile(other, person, { source: 'stor-tabell', fileName, bytes, layout: bigLayout, dryRun: false })
  })
  await other.close()
  if (answer.result?.written !== confirm.answer.written) throw new Error('not all of it was written')
  return seconds
}
const once = otherUrl ? await inOneGo() : null
clearInterval(pulse)

const status = await readFile('/proc/self/status', 'utf8')
const result: OneImport = {
  upload: upload.seconds,
  preview: preview.seconds,
  confirm: confirm.seconds,
  inOneGo: once,
  written: confirm.answer.written,
  progressSteps: steps.size,
  longestPause: Math.round(longestPause),
  peakMb: Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024),
}
process.stdout.write(`${JSON.stringify(result)}\n`)
