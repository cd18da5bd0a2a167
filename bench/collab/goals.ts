import type { Values } from './case.ts'
import type { SubjectName } from './subjects.ts'

/** Of one case, by server; a server that was not measured is missing. */
export type Medians = Partial<Record<SubjectName, Values>>

export interface Goal {
  text: string
  /** What our figure is measured against; NaN where that was not measured. */
  reference(medians: Medians, value: string): number
  /** Ours may be so many times the reference at most; with `above` at least. */
  factor: number
  above?: boolean
}

const ofPeers = (medians: Medians, value: string): number[] =>
  (['hocuspocus', 'y-websocket'] as const).flatMap(name => medians[name]?.[value] ?? [])

/** No peer at all gives no best one. */
const best = (values: number[], pick: (...values: number[]) => number): number =>
  values.length ? pick(...values) : Number.NaN

export const partOfHocuspocus = (divisor: number): Goal => ({
  text: `≤ 1/${divisor} of Hocuspocus`,
  reference: (medians, value) => medians.hocuspocus?.[value] ?? Number.NaN,
  factor: 1 / divisor,
})

export const bestPeer: Goal = {
  text: '≤ best peer',
  reference: (medians, value) => best(ofPeers(medians, value), Math.min),
  factor: 1,
}

export const timesBestPeer = (factor: number): Goal => ({
  text: `≥ ${factor} × best peer`,
  reference: (medians, value) => best(ofPeers(medians, value), Math.max),
  factor,
  above: true,
})

/** @param rank the figure that says which peer is the best */
export const shareOfBestPeer = (factor: number, rank: string): Goal => ({
  text: `≤ ${factor} × best peer's`,
  reference(medians, value) {
    const most = best(ofPeers(medians, rank), Math.max)
    const peers = [medians.hocuspocus, medians['y-websocket']]
    return peers.find(peer => peer?.[rank] === most)?.[value] ?? Number.NaN
  },
  factor,
})

export const timesOwn = (factor: number, other: string, text: string): Goal => ({
  text: `≤ ${factor} × ${text}`,
  reference: medians => medians.ours?.[other] ?? Number.NaN,
  factor,
})

export const atMost = (limit: number, unit: string): Goal => ({
  text: `≤ ${limit} ${unit}`.trim(),
  reference: () => limit,
  factor: 1,
})
