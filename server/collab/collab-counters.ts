import { CLOSE } from '#editor/core/collab-protocol.ts'
import type { BusCounters } from './bus/room-line.ts'

/** What has happened since the process began. Plain numbers: they are on the way of every keystroke. */
export class CollabCounters implements BusCounters {
  updatesAccepted = 0
  /** How often something was refused, by kind: the reason of a denial or the name of a close code. */
  readonly refused = new Map<string, number>()
  busSent = 0
  busReceived = 0
  busUnreadable = 0
  /** Told how long each update took from its arrival to its COMMIT, s. */
  onCommitted: (seconds: number) => void = () => {}

  refuse(kind: string): void {
    this.refused.set(kind, (this.refused.get(kind) ?? 0) + 1)
  }

  close(code: number): void {
    this.refuse(CLOSE_NAMES.get(code) ?? String(code))
  }
}

const CLOSE_NAMES = new Map<number, string>(Object.entries(CLOSE).map(([name, code]) => [code, name]))

/** How the co-editing server is now. */
export interface CollabState {
  rooms: number
  connections: number
  /** Stored states in memory: those that somebody needed a moment ago. */
  states: number
  /** Updates, and bytes of them, that are in memory only. */
  uncommitted: { updates: number; bytes: number }
  /** Whether the other nodes can be reached; null where there are none. */
  busIsUp: boolean | null
}
