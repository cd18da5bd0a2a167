import { useEffect, useRef, useState } from 'react'

const HIGHLIGHT_MS = 4000

/** Whether a text has changed under the reader's eyes a moment ago. @param text null while it is not known */
export function useJustChanged(text: string | null): boolean {
  const last = useRef(text)
  const [changed, setChanged] = useState(false)
  useEffect(() => {
    const before = last.current
    if (text === null) return
    last.current = text
    if (before === null || before === text) return
    setChanged(true)
    const timer = setTimeout(() => setChanged(false), HIGHLIGHT_MS)
    return () => clearTimeout(timer)
  }, [text])
  return changed
}
