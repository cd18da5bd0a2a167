/** Resolves when the condition holds; fails after the deadline (ms) with what was waited for. */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  deadline = 10_000,
): Promise<void> {
  const end = performance.now() + deadline
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`still not after ${deadline} ms: ${what}`)
    await new Promise(resolve => setTimeout(resolve, 2))
  }
}
