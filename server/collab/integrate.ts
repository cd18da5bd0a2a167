import * as Y from 'yjs'
import type { Clocks } from './clocks.ts'
import { dependencies, type Struct, type Update } from './update.ts'

/** Whether all structs of the update are known already. Says nothing about deletions. */
export function bringsNoStructs(update: Update, known: Clocks): boolean {
  for (const [client, block] of update.structs) {
    const last = block.findLast(struct => !(struct instanceof Y.Skip))
    if (last && end(last) > known.of(client)) return false
  }
  return true
}

/**
 * The clocks that the update moves, or null if it builds on something that is not there: Yjs would then keep it aside
 * ("pending") in every document until the missing part comes, and no one would see it.
 *
 * The same walk as Yjs' integrateStructs: a block waits where it needs another client's block to go on first. A circle
 * of waiting blocks does not integrate, in Yjs neither.
 *
 * @param visit told of every new struct, after those that it builds on, and of the clock that its client had reached
 */
export function integrate(update: Update, known: Clocks, visit?: Visit): Map<number, number> | null {
  const moved = new Map<number, number>()
  const positions = new Map<number, number>()
  const waiting = new Map<number, number[]>()
  const ready = [...update.structs.keys()]
  let unfinished = ready.length
  for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
    const block = update.structs.get(client) ?? []
    const start = positions.get(client) ?? 0
    const stop = walk(block, start, { known, moved, visit })
    positions.set(client, stop.at)
    if (stop.at > start) {
      ready.push(...(waiting.get(client) ?? []))
      waiting.delete(client)
    }
    if (stop.at === block.length) unfinished -= 1
    else if (stop.needs === null || !update.structs.has(stop.needs)) return null
    else waiting.set(stop.needs, [...(waiting.get(stop.needs) ?? []), client])
  }
  if (unfinished > 0) return null
  for (const { client, range } of update.deletions) if (range.to > reach(client, known, moved)) return null
  return moved
}

export type Visit = (struct: Y.Item | Y.GC, reached: number) => void

/** Where a block stopped, and the client that it needs more of (null: its own earlier structs, which cannot come). */
interface Stop {
  at: number
  needs: number | null
}

interface Walk {
  known: Clocks
  moved: Map<number, number>
  visit: Visit | undefined
}

function walk(block: Struct[], from: number, { known, moved, visit }: Walk): Stop {
  for (let at = from; at < block.length; at += 1) {
    const struct = block[at]
    if (!struct || struct instanceof Y.Skip) continue
    const { client, clock } = struct.id
    const reached = reach(client, known, moved)
    if (clock > reached) return { at, needs: null }
    const needs = missing(struct, known, moved)
    if (needs !== null) return { at, needs }
    if (end(struct) <= reached) continue
    visit?.(struct, reached)
    moved.set(client, end(struct))
  }
  return { at: block.length, needs: null }
}

/** The client that a struct needs more of; null if it is complete. */
function missing(struct: Struct, known: Clocks, moved: Map<number, number>): number | null {
  for (const id of dependencies(struct)) if (id.clock >= reach(id.client, known, moved)) return id.client
  return null
}

const reach = (client: number, known: Clocks, moved: Map<number, number>): number =>
  moved.get(client) ?? known.of(client)

const end = (struct: Struct): number => struct.id.clock + struct.length
