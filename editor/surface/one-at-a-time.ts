/**
 * Fetches what may move while it is on its way: calls during a fetch make one more when it is over, not one each.
 * @param fetch does not reject
 * @returns calls it; resolves when the fetch that runs then is over
 */
export function oneAtATime(fetch: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let again = false
  const run = (): Promise<void> => {
    if (running) {
      again = true
      return running
    }
    running = fetch().finally(() => {
      running = null
      if (!again) return
      again = false
      void run()
    })
    return running
  }
  return run
}
