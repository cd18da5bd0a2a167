'use client'

import { useEffect } from 'react'
import { replayEarly } from './replay-early.ts'

/** Stands last in the page: its effect runs when React answers for all that stands before it. */
export function EarlyInput(): null {
  useEffect(() => void replayEarly(), [])
  return null
}
