import type { ChildProcess } from 'node:child_process'

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
  /** Gives the process: it gets the request as its first message, sends messages, and disconnects when it is done. */
  child: () => ChildProcess
  request: Request
  /** Milliseconds of wall time. */
  time: number
  /** Ends it early. */
  signal?: AbortSignal
  hear(message: Message, ends: ChildEnds<Result, Request>): void
  /** @param detail for the log: what became of it, and the beginning of what it complained of */
  errorOf(fault: ChildFault, detail: string): Error
}

/** Signs of what a child complained of that are kept. */
const MOST = 800

function beginningOf(child: ChildProcess): () => string {
  let text = ''
  child.stderr?.on('data', chunk => {
    if (text.length < MOST) text = (text + String(chunk)).slice(0, MOST)
  })
  return () => (text ? `: ${text}` : '')
}

/**
 * Has one piece of work done in a process of its own, which has ended when this settles.
 * @throws what `errorOf` makes, and what `hear` fails with
 */
export function runChild<Request extends object, Message, Result>({
  child: take,
  request,
  time,
  signal,
  hear,
  errorOf,
}: ChildWork<Request, Message, Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(errorOf('stopped', 'nobody waits for it any more'))
    const child = take()
    const complaint = beginningOf(child)
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
    const onAbort = () => kill(errorOf('stopped', 'nobody waits for it any more'))
    const timer = setTimeout(() => kill(errorOf('timed-out', `not done in ${time} ms`)), time)
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
      if (!outcome) fail(errorOf('ended', `the process ended with ${killedBy ?? code}${complaint()}`))
      outcome?.()
    })
    send(request)
  })
}
