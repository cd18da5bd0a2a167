const instant = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'short',
})
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })
const long = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', dateStyle: 'long' })

/** "2024-01-24 09:15", Swedish local time. @param iso ISO 8601 instant */
export const formatInstant = (iso: string): string => instant.format(new Date(iso))

/** ISO date of the day that it is in Sweden. @param at a number is ms since 1970 */
export const swedishDay = (at: Date | number): string => day.format(at)

/** "24 januari 2024". @param date ISO date */
export const formatDate = (date: string): string => long.format(new Date(`${date}T00:00:00Z`))

const offset = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', timeZoneName: 'longOffset' })

/** The instant at which a day is over in Sweden. @param date ISO date */
export function endOfDay(date: string): Date {
  const noon = new Date(`${date}T12:00:00Z`)
  const zone =
    offset
      .formatToParts(noon)
      .find(({ type }) => type === 'timeZoneName')
      ?.value.replace('GMT', '') || '+00:00'
  return new Date(`${date}T23:59:59.999${zone.replace('\u2212', '-')}`)
}
