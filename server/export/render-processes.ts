import type { ChildProcess } from 'node:child_process'
import { setPriority } from 'node:os'
import { log } from '../log.ts'
import type { Program } from '../process/program.ts'
import { startChild } from '../process/start-child.ts'

/** A third of the processor where the server wants all of it: on a busy machine a file must come all the same. */
const NICENESS = 5

/** Who writes goes before who waits for a file. */
function giveWay(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    setPriority(child.pid, NICENESS)
  } catch (error) {
    log.warn({ err: error }, 'a render process has the priority of the server itself')
  }
}

export interface RenderProcessesOptions {
  program: Program
  /** Megabytes of JavaScript heap. */
  heap: number
  /** Milliseconds that a process waits for work before it is ended. */
  idle?: number
}

/**
 * Processes that render one file each. One at most is started before there is work for it, when somebody seems about
 * to want a file: what it must load first takes longer than a short report does.
 */
export class RenderProcesses {
  private spare: ChildProcess | null = null
  private expiry: NodeJS.Timeout | undefined
  private readonly options: Required<RenderProcessesOptions>

  constructor(options: RenderProcessesOptions) {
    this.options = { idle: 60_000, ...options }
  }

  /** The process that waits for work. */
  get waiting(): ChildProcess | null {
    return this.spare
  }

  /** Has a process ready; one that is ready stays so for as long again. */
  prepare(): void {
    clearTimeout(this.expiry)
    this.expiry = setTimeout(() => this.close(), this.options.idle).unref()
    if (this.spare) return
    const child = this.start(['prepare'])
    const forget = () => {
      if (this.spare === child) this.spare = null
    }
    child.once('error', forget)
    child.once('exit', forget)
    this.spare = child
  }

  /** A process that has done nothing yet, the caller's from now on. */
  take(): ChildProcess {
    const { spare } = this
    if (!spare?.connected) return this.start([])
    this.spare = null
    clearTimeout(this.expiry)
    return spare
  }

  /** Ends the one that waits. */
  close(): void {
    clearTimeout(this.expiry)
    this.spare?.kill('SIGKILL')
    this.spare = null
  }

  private start(args: string[]): ChildProcess {
    const { program, heap } = this.options
    const child = startChild(program, { heap, args, complaints: 'pipe' })
    giveWay(child)
    return child
  }
}
