import { useEffect, useState } from 'react'
import { afterPaint } from '../after-paint.ts'

const waiting = new Set<() => void>()
let isBusy = false

function next(): void {
  const [first] = waiting
  isBusy = first !== undefined
  if (!first) return
  waiting.delete(first)
  first()
  afterPaint(next).ask()
}

/**
 * True when it is this component's turn: one at a time starts what takes long, and a frame is painted in between, so
 * that the first editor takes keys before the second one starts.
 */
export function useTurn(wanted: boolean): boolean {
  const [turn, setTurn] = useState(false)
  useEffect(() => {
    if (!wanted) return setTurn(false)
    const start = (): void => setTurn(true)
    waiting.add(start)
    if (!isBusy) next()
    return () => {
      waiting.delete(start)
    }
  }, [wanted])
  return wanted && turn
}
