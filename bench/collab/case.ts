import type { Tuning } from '#server/collab/tuning.ts'
import type { BenchDatabase } from './database.ts'
import type { BenchDocument } from './documents.ts'
import type { Goal } from './goals.ts'
import type { Address, Place } from './load/raw-client.ts'
import type { LoadProcess } from './load-process.ts'
import type { Command, Server } from './server.ts'
import type { Subject } from './subjects.ts'

/** Figures of one measurement, by name. */
export type Values = Record<string, number>

export interface Scene {
  subject: Subject
  /** Not started yet. */
  server: Server
  load: LoadProcess
  database: BenchDatabase
  address: Address
  /** How the server is started, and a folder for logs. */
  command(): Command
  folder: string
  /** A smaller load for a shorter time: to see that everything works, not to be quoted. */
  quick: boolean
  /** Documents to write in, empty ones or with this text. The server must be running. */
  places(count: number, document?: BenchDocument): Promise<Place[]>
  /** The 100-page report. */
  report(): BenchDocument
}

export interface Figure {
  what: string
  value: string
  unit: string
  goal: Goal
}

export interface Case {
  name: string
  /** Why it cannot be measured on this server now; null if it can. */
  skip?(subject: Subject): string | null
  /** Limits of our server that this load would hit, since one client of it types as fast as a hundred people. */
  tuning?: Partial<Tuning>
  /** Rounds would add nothing. */
  once?: boolean
  measure(scene: Scene): Promise<Values>
  figures: Figure[]
}

export const onlyOurs = (subject: Subject): string | null => (subject.name === 'ours' ? null : 'only ours')
