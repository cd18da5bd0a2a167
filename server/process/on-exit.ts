/** How often to look whether npm, which started us, is still there, ms. */
const PARENT_CHECK = 1000

/**
 * Calls `stop` once, at Ctrl-C, SIGTERM, SIGHUP, or when the npm that started this process has died. A second signal
 * ends the process at once.
 */
export function onExit(stop: () => Promise<void>): void {
  let stopping = false
  const once = (): void => {
    if (stopping) process.exit(1)
    stopping = true
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, once)

  const parent = process.ppid
  const startedByNpm = process.env.npm_lifecycle_event !== undefined
  if (startedByNpm)
    setInterval(() => {
      if (process.ppid !== parent && !stopping) once()
    }, PARENT_CHECK).unref()
}
