import { useEffect, useState } from 'react'
import { swedishDay } from '../core/format-date.ts'

/** The day in Sweden, ISO date; empty until the browser draws: around midnight the server's page may be of another day. */
export function useToday(): string {
  const [today, setToday] = useState('')
  useEffect(() => setToday(swedishDay(new Date())), [])
  return today
}
