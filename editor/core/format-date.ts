const instant = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'short',
})
const long = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', dateStyle: 'long' })

/** "2024-01-24 09:15", Swedish local time. @param iso ISO 8601 instant */
export const formatInstant = (iso: string): string => instant.format(new Date(iso))

/** "24 januari 2024". @param date ISO date */
export const formatDate = (date: string): string => long.format(new Date(`${date}T00:00:00Z`))
