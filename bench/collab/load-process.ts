import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Order, Report, Steps } from './load/main.ts'

/** The load generator, in a process of its own so that its work is not the server's. */
export class LoadProcess {
  private readonly child: ChildProcess
  private readonly waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>()
  private orders = 0

  constructor() {
    this.child = fork(fileURLToPath(new URL('load/main.ts', import.meta.url)), {
      execArgv: ['--import', 'tsx'],
      // Documents go to and fro as bytes.
      serialization: 'advanced',
    })
    this.child.on('message', (report: Report) => {
      const waiting = this.waiting.get(report.id)
      this.waiting.delete(report.id)
      if ('error' in report) waiting?.reject(new Error(report.error))
      else waiting?.resolve(report.result)
    })
    this.child.on('exit', () => {
      for (const { reject } of this.waiting.values()) reject(new Error('the load generator ended'))
    })
  }

  call<Step extends keyof Steps>(
    step: Step,
    ...[order]: Parameters<Steps[Step]>
  ): Promise<Awaited<ReturnType<Steps[Step]>>> {
    this.orders += 1
    const id = this.orders
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (result: unknown) => void, reject })
      this.child.send({ id, step, order } satisfies Order)
    })
  }

  end(): void {
    this.child.kill('SIGKILL')
  }
}
