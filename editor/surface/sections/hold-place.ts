/** So long after a jump, ms, what is drawn above its target may push it away. */
const SETTLES_MS = 2_000
const OWN_MOVES = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const

/**
 * Keeps a place in sight after a jump there, while the sections above it get their fields, which takes a moment and room.
 * As soon as the person moves on, nothing is held.
 * @param holder what holds the sections
 * @param jump scrolls to the place as it stands now
 * @returns lets go
 */
export function holdPlace(holder: Element, jump: () => void): () => void {
  const observer = new ResizeObserver(jump)
  const letGo = (): void => {
    observer.disconnect()
    clearTimeout(timer)
    for (const type of OWN_MOVES) window.removeEventListener(type, letGo)
  }
  const timer = setTimeout(letGo, SETTLES_MS)
  observer.observe(holder)
  for (const type of OWN_MOVES) window.addEventListener(type, letGo, { passive: true })
  return letGo
}
