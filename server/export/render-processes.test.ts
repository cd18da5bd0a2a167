import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { getPriority } from 'node:os'
import { afterEach, expect, it } from 'vitest'
import { renderInChild } from './render-in-child.ts'
import { RenderProcesses } from './render-processes.ts'
import { renderProgram } from './render-program.ts'
import { sampleReport } from './testing/sample-report.ts'

const open: RenderProcesses[] = []
afterEach(() => {
  for (const processes of open.splice(0)) processes.close()
})

function processesWith(idle?: number): RenderProcesses {
  const processes = new RenderProcesses({ program: renderProgram, heap: 512, idle })
  open.push(processes)
  return processes
}

const render = (child: ChildProcess): Promise<Uint8Array> =>
  renderInChild(
    () => child,
    { ...sampleReport(), format: 'html', figures: false },
    { time: 60_000 },
    () => {},
    new AbortController().signal,
  )

it('keeps one process ready, which makes one file and ends', async () => {
  const processes = processesWith()
  processes.prepare()
  processes.prepare()
  const spare = processes.take()
  const second = processes.take()
  expect(second.pid).not.toBe(spare.pid)
  second.kill('SIGKILL')
  const bytes = await render(spare)
  expect(new TextDecoder().decode(bytes)).toContain('<html lang="sv">')
  expect(spare.exitCode).toBe(0)
}, 60_000)

it('forgets a process that died while it waited, and gives another', async () => {
  const processes = processesWith()
  processes.prepare()
  const { waiting } = processes
  if (!waiting) throw new Error('none waits')
  waiting.kill('SIGKILL')
  await once(waiting, 'exit')
  expect(processes.waiting).toBeNull()
  expect(new TextDecoder().decode(await render(processes.take()))).toContain('<html lang="sv">')
}, 60_000)

it('ends a process that nobody has work for, and one that waits when the server closes', async () => {
  const brief = processesWith(1)
  brief.prepare()
  const closed = processesWith()
  closed.prepare()
  const [first, second] = [brief.waiting, closed.waiting]
  if (!first || !second) throw new Error('none waits')
  closed.close()
  const ends = await Promise.all([first, second].map(child => once(child, 'exit')))
  expect(ends).toEqual([
    [null, 'SIGKILL'],
    [null, 'SIGKILL'],
  ])
  expect([brief.waiting, closed.waiting]).toEqual([null, null])
}, 60_000)

it('gives way to the server', () => {
  const processes = processesWith()
  processes.prepare()
  expect(getPriority(processes.waiting?.pid)).toBeGreaterThan(getPriority())
})
