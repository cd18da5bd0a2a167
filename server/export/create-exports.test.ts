import { afterEach, describe, expect, it } from 'vitest'
import { pageContents, pdfObjects } from '#editor/pdf/testing/pdf-objects.ts'
import { createExports, type ExportsOptions } from './create-exports.ts'
import type { ExportProgress, Exports } from './exports.ts'
import { sampleReport } from './testing/sample-report.ts'

let open: Exports[] = []
afterEach(async () => {
  await Promise.all(open.map(exports => exports.close()))
  open = []
})

function exportsWith(options: Partial<ExportsOptions> = {}): Exports {
  const exports = createExports({ resolve: async () => sampleReport(), ...options })
  open.push(exports)
  return exports
}

/** All that was told about a job until it ended. */
const ended = (exports: Exports, id: string): Promise<ExportProgress[]> =>
  new Promise(resolve => {
    const seen: ExportProgress[] = []
    exports.watch(id, progress => {
      seen.push(progress)
      if (progress.state === 'done' || progress.state === 'failed') resolve(seen)
    })
  })

describe('exports', () => {
  it('makes a PDF in a child process and tells how far it is', async () => {
    const exports = exportsWith()
    const job = await exports.start({ reportId: 'r', userId: 'u', format: 'pdf', figures: false })
    const seen = await ended(exports, job.id)
    expect(seen.at(-1)).toEqual({ state: 'done', step: 'done', share: 1, errorCode: null })
    expect(seen.map(({ step }) => step)).toEqual(expect.arrayContaining(['layout', 'contents', 'drawing']))
    const shares = seen.map(({ share }) => share)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(new TextDecoder().decode((await exports.file(job.id))?.subarray(0, 8))).toBe('%PDF-1.7')
    expect(exports.job(job.id)).toMatchObject({
      userId: 'u',
      fileName: 'patientsakerhetsberattelse-2023-VON-2024-18-utkast.pdf',
    })
  }, 60_000)

  it('has the first page ahead of the file, as it is in the file', async () => {
    const exports = exportsWith()
    const job = await exports.start({ reportId: 'r', userId: 'u', format: 'pdf', figures: false, firstPage: true })
    expect(exports.firstPage(job.id)).toBeNull()
    const seen = await ended(exports, job.id)
    expect(seen.findIndex(told => told.firstPage)).toBeLessThan(seen.findIndex(({ step }) => step === 'contents'))
    const drawn = (bytes: Uint8Array | null) => pageContents(pdfObjects(bytes ?? new Uint8Array()))
    const [first, ...more] = drawn(exports.firstPage(job.id))
    expect(first).toBe(drawn(await exports.file(job.id))[0])
    expect(first).toContain('BDC')
    expect(more).toEqual([])
  }, 60_000)

  it('makes an HTML file', async () => {
    const exports = exportsWith()
    const job = await exports.start({ reportId: 'r', userId: 'u', format: 'html', figures: false })
    await ended(exports, job.id)
    expect(new TextDecoder().decode((await exports.file(job.id)) ?? undefined)).toContain('<html lang="sv">')
  }, 30_000)

  it('makes a file that the server itself keeps, in its turn; one that waits when it closes is refused', async () => {
    const exports = exportsWith()
    const job = await exports.start({ reportId: 'r', userId: 'u', format: 'html', figures: false })
    const { resolved, images } = sampleReport()
    const bytes = await exports.render({ format: 'html', figures: false, resolved, images })
    expect(new TextDecoder().decode(bytes)).toContain('<html lang="sv">')
    expect((await ended(exports, job.id)).at(-1)).toMatchObject({ state: 'done' })

    const running = exports.render({ format: 'html', figures: false, resolved, images })
    const waiting = exports.render({ format: 'html', figures: false, resolved, images })
    const both = Promise.allSettled([running, waiting])
    await exports.close()
    for (const end of await both) expect(end).toMatchObject({ reason: { code: 'render-stopped' } })
  }, 30_000)

  it('fails one job and goes on with the next', async () => {
    let asked = 0
    const exports = exportsWith({
      resolve: async () => {
        const report = sampleReport()
        const [first] = report.resolved.sections
        if (asked++ === 0 && first) first.heading = 'Tecken \u{1f600}'
        return report
      },
    })
    const bad = await exports.start({ reportId: 'a', userId: 'u', format: 'pdf', figures: false })
    const good = await exports.start({ reportId: 'b', userId: 'u', format: 'html', figures: false })
    expect((await ended(exports, bad.id)).at(-1)).toMatchObject({
      state: 'failed',
      errorCode: 'missing-glyph',
      errorDetail: '\u{1f600} (U+1F600): 1 Tecken \u{1f600}',
    })
    expect(await exports.file(bad.id)).toBeNull()
    expect((await ended(exports, good.id)).at(-1)).toMatchObject({ state: 'done' })
  }, 30_000)

  it('ends a child that takes too long', async () => {
    const exports = exportsWith({ limits: { time: 300, heap: 512 } })
    const job = await exports.start({ reportId: 'r', userId: 'u', format: 'pdf', figures: false })
    expect((await ended(exports, job.id)).at(-1)).toMatchObject({ state: 'failed', errorCode: 'render-timeout' })
  }, 30_000)

  it('survives a child that runs out of memory', async () => {
    const exports = exportsWith({ limits: { time: 60_000, heap: 24 } })
    const job = await exports.start({ reportId: 'r', userId: 'u', format: 'pdf', figures: false })
    expect((await ended(exports, job.id)).at(-1)).toMatchObject({ state: 'failed', errorCode: 'render-crashed' })
  }, 90_000)

  it('forgets a file when its time is over', async () => {
    const exports = exportsWith({ keep: { milliseconds: 20, bytes: 100 }, render: async () => new Uint8Array([1]) })
    const job = await exports.start({ reportId: 'r', userId: 'u', format: 'html', figures: false })
    await ended(exports, job.id)
    expect(await exports.file(job.id)).toEqual(new Uint8Array([1]))
    await expect.poll(() => exports.job(job.id)).toBeNull()
    expect(await exports.file(job.id)).toBeNull()
  })

  it('keeps no more bytes than it may, the newest in any case', async () => {
    const exports = exportsWith({ keep: { milliseconds: 60_000, bytes: 5 }, render: async () => new Uint8Array(4) })
    const first = await exports.start({ reportId: 'a', userId: 'u', format: 'html', figures: false })
    await ended(exports, first.id)
    const second = await exports.start({ reportId: 'b', userId: 'u', format: 'html', figures: false })
    await ended(exports, second.id)
    await expect.poll(() => exports.job(first.id)).toBeNull()
    expect(await exports.file(second.id)).toHaveLength(4)
  })

  it('answers the same wish once while it waits', async () => {
    const exports = exportsWith({ render: async () => new Uint8Array(1) })
    const wish = { reportId: 'r', userId: 'u', format: 'html', figures: false } as const
    const [running, waiting, same, other] = await Promise.all([
      exports.start(wish),
      exports.start(wish),
      exports.start(wish),
      exports.start({ ...wish, userId: 'v' }),
    ])
    expect(same.id).toBe(waiting.id)
    expect(new Set([running.id, waiting.id, other.id]).size).toBe(3)
    await ended(exports, other.id)
  })

  it('stops one that nobody wants any more, running or waiting, and goes on with the next', async () => {
    const exports = exportsWith()
    const wish = { reportId: 'r', userId: 'u', format: 'pdf', figures: false } as const
    const running = await exports.start(wish)
    const waiting = await exports.start(wish)
    const next = await exports.start({ ...wish, format: 'html' })
    const [first, second, third] = [running, waiting, next].map(({ id }) => ended(exports, id))
    exports.cancel(waiting.id)
    exports.cancel(running.id)
    expect((await first)?.at(-1)).toMatchObject({ state: 'failed', errorCode: 'render-stopped' })
    expect((await second)?.at(-1)).toMatchObject({ state: 'failed', errorCode: 'render-stopped' })
    expect((await third)?.at(-1)).toMatchObject({ state: 'done' })
    exports.cancel(next.id)
    expect(await exports.file(next.id)).not.toBeNull()
  }, 30_000)

  it('says what a file cannot show before it is made', async () => {
    const exports = exportsWith()
    const found = await exports.preflight({ reportId: 'r', userId: 'u', format: 'pdf', audience: 'internal' })
    expect(found.map(({ rule }) => rule)).toEqual(['image-resolution'])
  })

  it('stops everything when it closes', async () => {
    const exports = exportsWith()
    const first = await exports.start({ reportId: 'r', userId: 'u', format: 'pdf', figures: false })
    const second = await exports.start({ reportId: 'r', userId: 'u', format: 'pdf', figures: false })
    const both = Promise.all([ended(exports, first.id), ended(exports, second.id)])
    await exports.close()
    for (const seen of await both) expect(seen.at(-1)).toMatchObject({ state: 'failed', errorCode: 'render-stopped' })
  }, 30_000)
})
