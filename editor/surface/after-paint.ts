/**
 * Runs something once after the next frame has been painted, however often it is asked for until then: what may come a
 * frame late must not delay the key that is being typed.
 */
export function afterPaint(run: () => void): { ask: () => void; cancel: () => void } {
  let frame: number | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  return {
    ask() {
      if (frame !== null || timer !== null) return
      frame = requestAnimationFrame(() => {
        frame = null
        timer = setTimeout(() => {
          timer = null
          run()
        })
      })
    },
    cancel() {
      if (frame !== null) cancelAnimationFrame(frame)
      if (timer !== null) clearTimeout(timer)
      frame = null
      timer = null
    },
  }
}
