'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

export interface RefreshWhileVisibleProps {
  seconds: number
  /** Selector of what must not move under somebody who works in it: while the focus is there, nothing is read. */
  notWhileIn?: string
}

/** Reads the page anew every so often while somebody can see it, and at once when they come back to it. */
export function RefreshWhileVisible({ seconds, notWhileIn }: RefreshWhileVisibleProps) {
  const router = useRouter()
  useEffect(() => {
    const refresh = () => {
      const works = notWhileIn && document.activeElement?.closest(notWhileIn)
      if (document.visibilityState === 'visible' && !works) router.refresh()
    }
    const timer = setInterval(refresh, seconds * 1000)
    document.addEventListener('visibilitychange', refresh)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', refresh)
    }
  }, [router, seconds, notWhileIn])
  return null
}
