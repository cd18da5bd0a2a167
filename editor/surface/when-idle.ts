/** Longest wait for a quiet moment, ms. */
const LONGEST_MS = 10_000
/** Instead of an idle moment where the browser (Safari) does not tell of them, ms. */
const INSTEAD_MS = 200

/** Runs something that nobody waits for when the browser has nothing better to do. @returns takes it back */
export function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const id = requestIdleCallback(run, { timeout: LONGEST_MS })
    return () => cancelIdleCallback(id)
  }
  const id = setTimeout(run, INSTEAD_MS)
  return () => clearTimeout(id)
}
