/** First and longest time between two looks, ms. */
const FIRST_MS = 5_000
const LONGEST_MS = 10 * 60_000
/** A WebSocket that has not said anything after so long does not work, ms. */
const SILENCE_MS = 10_000

/** Whether a message of the server comes through a WebSocket. */
function webSocketWorks(url: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = new WebSocket(url)
    const answer = (works: boolean): void => {
      clearTimeout(timer)
      socket.onmessage = socket.onclose = null
      socket.close()
      resolve(works)
    }
    const timer = setTimeout(() => answer(false), SILENCE_MS)
    socket.onmessage = () => answer(true)
    socket.onclose = () => answer(false)
  })
}

/**
 * While long polling does the work: looks now and then, and when the network has changed, whether WebSockets have come
 * to work. @returns stops it
 */
export function watchForWebSocket(url: string, onWorks: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>
  let pause = FIRST_MS
  let stopped = false
  const look = async (): Promise<void> => {
    clearTimeout(timer)
    const works = await webSocketWorks(url)
    if (stopped) return
    if (works) onWorks()
    else schedule()
  }
  const schedule = (): void => {
    timer = setTimeout(() => void look(), pause)
    pause = Math.min(LONGEST_MS, pause * 2)
  }
  const onOnline = (): void => void look()
  window.addEventListener('online', onOnline)
  schedule()
  return () => {
    stopped = true
    clearTimeout(timer)
    window.removeEventListener('online', onOnline)
  }
}
