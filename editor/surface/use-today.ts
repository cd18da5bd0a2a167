import { useEffect, useState } from 'react'

const swedishDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })

/** The day in Sweden, ISO date; empty until the browser draws: around midnight the server's page may be of another day. */
export function useToday(): string {
  const [today, setToday] = useState('')
  useEffect(() => setToday(swedishDate.format(new Date())), [])
  return today
}
