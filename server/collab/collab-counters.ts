import type { BusCounters } from './bus/room-line.ts'

/** What has happened since the process began. Plain numbers: they are on the way of every keystroke. */
export class CollabCounters implements BusCounters {
  busSent = 0
  busReceived = 0
  busUnreadable = 0
}
