import { pino } from 'pino'

/** One JSON line per event on standard error. Never secrets, cookies or text of reports. */
export const log = pino({ level: process.env.LOG_LEVEL ?? 'info', base: null }, pino.destination(2))
