'use client'

import { useEffect, useState } from 'react'
import type { ImportProgress } from '#server/indicators/import/progress.ts'
import { Progress } from '../../../../../ui/progress.tsx'
import { sv } from '../sv.ts'

const EVERY_MS = 600

/** How far the server has come with a draft, asked for while somebody waits for it. */
export function DraftProgress({ draftId, label }: { draftId: string; label: string }) {
  const [progress, setProgress] = useState<ImportProgress | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const stop = new AbortController()
    const ask = async () => {
      try {
        const response = await fetch(`/data/importera/${draftId}/lage`, { signal: stop.signal })
        const answer = response.ok ? ((await response.json()) as { progress: ImportProgress } | null) : null
        setProgress(answer?.progress ?? null)
      } catch {
        // The page that waits says itself when the server is gone.
        if (stop.signal.aborted) return
      }
      timer = setTimeout(ask, EVERY_MS)
    }
    ask()
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [draftId])
  const share = progress?.phase === 'reading' && progress.share > 0 ? progress.share : null
  return <Progress value={share} max={1} label={progress && progress.rows > 0 ? sv.progress(progress) : label} />
}
