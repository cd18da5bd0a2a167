import { createDecoder, type Decoder, hasContent, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import {
  createEncoder,
  type Encoder,
  toUint8Array,
  writeVarString,
  writeVarUint,
  writeVarUint8Array,
} from 'lib0/encoding'
import { isWrittenUuid } from '../../is-uuid.ts'
import { decoding, MalformedError } from '../malformed.ts'

/** Raised when the format changes: nodes of two versions then find each other's text in the log. */
const VERSION = 1

/** Which node took an update in, and its number there, by report. */
export interface Origin {
  node: string
  number: number
}

export interface SharedUpdate {
  number: number
  userId: string
  bytes: Uint8Array
}

export interface CommittedUpdate {
  origin: Origin
  seq: number
}

export interface SharedState {
  /** The awareness client, and its clock as the node's own clients see it. */
  client: number
  clock: number
  userId: string
  /** JSON; `null` says that the client has left. */
  json: string
}

export interface Person {
  userId: string
  name: string
}

/** What nodes tell each other: in the topic of a report all but the last two, in that of the nodes those. */
export type BusBody =
  | { kind: 'updates'; updates: SharedUpdate[] }
  | { kind: 'committed'; committed: CommittedUpdate[] }
  | { kind: 'refused'; numbers: number[] }
  /** `whole`: these are all that the node has. */
  | { kind: 'awareness'; whole: boolean; states: SharedState[] }
  /** Asks for the others' awareness. */
  | { kind: 'hello' }
  | { kind: 'alive'; rooms: { reportId: string; people: Person[] }[] }
  | { kind: 'bye' }

export type BusMessage = BusBody & { node: string }

const KINDS: BusBody['kind'][] = ['updates', 'committed', 'refused', 'awareness', 'hello', 'alive', 'bye']

export function writeBusMessage(node: string, body: BusBody): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, VERSION)
  writeVarString(encoder, node)
  writeVarUint(encoder, KINDS.indexOf(body.kind))
  writeBody(encoder, body)
  return toUint8Array(encoder)
}

/** @throws MalformedError */
export function readBusMessage(message: Uint8Array): BusMessage {
  return decoding('bus message', () => {
    const decoder = createDecoder(message)
    const version = readVarUint(decoder)
    if (version !== VERSION) throw new MalformedError(`bus message of version ${version}`)
    const node = readVarString(decoder)
    const body = readBody(decoder, KINDS[readVarUint(decoder)])
    if (hasContent(decoder)) throw new MalformedError('bytes after the bus message')
    return { node, ...body }
  })
}

function writeBody(encoder: Encoder, body: BusBody): void {
  switch (body.kind) {
    case 'updates':
      writeList(encoder, body.updates, ({ number, userId, bytes }) => {
        writeVarUint(encoder, number)
        writeVarString(encoder, userId)
        writeVarUint8Array(encoder, bytes)
      })
      break
    case 'committed':
      writeList(encoder, body.committed, ({ origin, seq }) => {
        writeVarString(encoder, origin.node)
        writeVarUint(encoder, origin.number)
        writeVarUint(encoder, seq)
      })
      break
    case 'refused':
      writeList(encoder, body.numbers, number => writeVarUint(encoder, number))
      break
    case 'awareness':
      writeVarUint(encoder, body.whole ? 1 : 0)
      writeList(encoder, body.states, ({ client, clock, userId, json }) => {
        writeVarUint(encoder, client)
        writeVarUint(encoder, clock)
        writeVarString(encoder, userId)
        writeVarString(encoder, json)
      })
      break
    case 'alive':
      writeList(encoder, body.rooms, ({ reportId, people }) => {
        writeVarString(encoder, reportId)
        writeList(encoder, people, ({ userId, name }) => {
          writeVarString(encoder, userId)
          writeVarString(encoder, name)
        })
      })
  }
}

function readBody(decoder: Decoder, kind: BusBody['kind'] | undefined): BusBody {
  const number = (): number => readVarUint(decoder)
  const text = (): string => readVarString(decoder)
  switch (kind) {
    case 'updates': {
      const updates = readList(decoder, () => ({
        number: number(),
        userId: uuid(text()),
        bytes: readVarUint8Array(decoder),
      }))
      return { kind, updates }
    }
    case 'committed':
      return {
        kind,
        committed: readList(decoder, () => ({ origin: { node: text(), number: number() }, seq: number() })),
      }
    case 'refused':
      return { kind, numbers: readList(decoder, number) }
    case 'awareness': {
      const whole = number() === 1
      const states = readList(decoder, () => ({
        client: number(),
        clock: number(),
        userId: uuid(text()),
        json: text(),
      }))
      return { kind, whole, states }
    }
    case 'alive': {
      const people = (): Person[] => readList(decoder, () => ({ userId: uuid(text()), name: text() }))
      return { kind, rooms: readList(decoder, () => ({ reportId: uuid(text()), people: people() })) }
    }
    case 'hello':
    case 'bye':
      return { kind }
    case undefined:
      throw new MalformedError('bus message of no kind')
  }
}

function writeList<T>(encoder: Encoder, items: readonly T[], write: (item: T) => void): void {
  writeVarUint(encoder, items.length)
  for (const item of items) write(item)
}

function readList<T>(decoder: Decoder, read: () => T): T[] {
  const items: T[] = []
  // A length that lies ends at the last byte: every item takes one at least.
  for (let left = readVarUint(decoder); left > 0; left -= 1) items.push(read())
  return items
}

/** PostgreSQL would refuse the whole row for anything else. */
function uuid(text: string): string {
  if (!isWrittenUuid(text)) throw new MalformedError('no UUID')
  return text
}
