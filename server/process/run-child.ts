import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface ChildLimits {
  /** Milliseconds of wall time. */
  time: number
  /** Megabytes of JavaScript heap. */
  heap: number
}

/** `ended`: without an answer, as when its heap was full. */
export type ChildFault = 'stopped' | 'timed-out' | 'ended' | 'not-started'

/** How the work ends; the first of them counts. `reply` answers a question of the child's. */
export interface ChildEnds<Result, Reply> {
  done(result: Result): void
  fail(error: Error): void
  reply(message: Reply): void
}

export interface ChildWork<Request extends object, Message, Result> {
  /** Gets the request as its first message, sends messages, and disconnects when it is done. */
  script: URL
  request: Request
  limits: ChildLimits
  /** Ends it early. */
  signal?: AbortSignal
  hear(message: Message, ends: ChildEnds<Result, Request>): void
  errorOf(fault: ChildFault, detail: string): Error
}

const PASSED_ON = ['PATH', 'NODE_ENV', 'TZ', 'TMPDIR']

/** The child needs no secret of the server. */
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => PASSED_ON.includes(name))) as NodeJS.ProcessEnv

const start = (script: URL, heap: number) =>
  fork(fileURLToPath(script), {
    execArgv: [`--max-old-space-size=${heap}`, '--import', import.meta.resolve('tsx')],
    env: environment(),
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })

/**
 * Does one piece of work in a process of its own, which has ended when this settles.
 * @throws what `errorOf` makes, and what `hear` fails with
 */
export function runChild<Request extends object, Message, Result>({
  script,
  request,
  limits,
  signal,
  hear,
  errorOf,
}: ChildWork<Request, Message, Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(errorOf('stopped', 'the server is closing'))
    const child = start(script, limits.heap)
    let outcome: (() => void) | null = null
    const fail = (error: Error): void => {
      outcome ??= () => reject(error)
    }
    const kill = (error: Error): void => {
      fail(error)
      child.kill('SIGKILL')
    }
    const send = (message: Request): void => {
      child.send(message, error => {
        if (error) fail(errorOf('not-started', error.message))
      })
    }
    const onAbort = () => kill(errorOf('stopped', 'the server is closing'))
    const timer = setTimeout(() => kill(errorOf('timed-out', `not done in ${limits.time} ms`)), limits.time)
    signal?.addEventListener('abort', onAbort, { once: true })
    const ends: ChildEnds<Result, Request> = {
      done: result => {
        outcome ??= () => resolve(result)
      },
      fail,
      // It may have ended while the answer was found.
      reply: message => {
        if (child.connected) send(message)
      },
    }
    child.on('message', message => hear(message as Message, ends))
    child.on('error', error => fail(errorOf('not-started', error.message)))
    child.on('close', (code, killedBy) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      if (!outcome) fail(errorOf('ended', `the process ended with ${killedBy ?? code}`))
      outcome?.()
    })
    send(request)
  })
}
