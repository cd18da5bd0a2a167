import { useState } from 'react'
import { errorMessage } from '../report-api.ts'
import { useSurface } from '../surface-context.ts'

/** Asks the server for something about the answers, one thing at a time; what it refuses is said where it was asked. */
export function useAnswerAction() {
  const { structure } = useSurface()
  const [running, setRunning] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const run = async (ask: () => Promise<unknown>): Promise<boolean> => {
    setRunning(true)
    setError(null)
    try {
      await ask()
      await structure.refresh()
      return true
    } catch (failure) {
      setError(errorMessage(failure))
      return false
    } finally {
      setRunning(false)
    }
  }
  return { running, error, setError, run }
}
