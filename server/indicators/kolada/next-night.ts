import { today } from '../../today.ts'

const DAY = 24 * 60 * 60 * 1000
const HOUR = 60 * 60 * 1000

const swedishHour = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: 'numeric', hour12: false })

/** The instant at which it is one in the morning in Sweden on a day. @param date ISO date */
function oneInTheMorning(date: string): Date {
  const noon = new Date(`${date}T12:00:00Z`)
  const ahead = (Number(swedishHour.format(noon)) - 12) * HOUR
  return new Date(Date.parse(`${date}T01:00:00Z`) - ahead)
}

/**
 * Between one and five in the morning in Sweden, the next day at the earliest; not at one moment for everybody, since all
 * would ask Kolada at once.
 * @param random from 0 to 1
 */
export const nextNight = (now: Date, random: number = Math.random()): Date =>
  new Date(oneInTheMorning(today(new Date(now.getTime() + DAY))).getTime() + random * 4 * HOUR)
