import { median } from '../statistics.ts'
import type { Case, Values } from './case.ts'
import type { Medians } from './goals.ts'
import type { Measurement } from './measure.ts'

export interface Row {
  figure: string
  goal: string
  ours: string
  hocuspocus: string
  'y-websocket': string
  /** Bytes passed on and nothing else: what no server comes below. */
  bare: string
  /** Ours to what the goal names. */
  ratio: string
  reached: string
}

/** Medians over the rounds of one run, by server. */
export function mediansOf(measurements: Measurement[]): Medians {
  const medians: Medians = {}
  for (const { server, error } of measurements) {
    if (error || medians[server]) continue
    const own = measurements.filter(one => one.server === server && !one.error)
    const names = Object.keys(own[0]?.values ?? {})
    medians[server] = Object.fromEntries(
      names.map(name => [name, median(own.map(({ values }) => values[name] ?? Number.NaN))]),
    )
  }
  return medians
}

const shown = (values: Values | undefined, name: string, unit: string): string => {
  const value = values?.[name]
  return value === undefined ? '–' : `${Number(value.toPrecision(3))} ${unit}`.trim()
}

/** What the issue asks for, and what came out of it. */
export function rowsOf(what: Case, measurements: Measurement[], skipped: string | null): Row[] {
  const medians = mediansOf(measurements)
  return what.figures.map(({ what: figure, value, unit, goal }) => {
    const ours = medians.ours?.[value]
    const reference = goal.reference(medians, value)
    const failed = measurements.find(one => one.server === 'ours' && one.error)
    const limit = reference * goal.factor
    const isReached = ours !== undefined && (goal.above ? ours >= limit : ours <= limit)
    const judged = ours === undefined || Number.isNaN(reference) ? '–' : isReached ? 'yes' : 'no'
    return {
      figure,
      goal: goal.text,
      ours: skipped ? `skipped: ${skipped}` : failed ? `failed: ${failed.error}` : shown(medians.ours, value, unit),
      hocuspocus: shown(medians.hocuspocus, value, unit),
      'y-websocket': shown(medians['y-websocket'], value, unit),
      bare: shown(medians.bare, value, unit),
      ratio: ours === undefined || !reference ? '–' : String(Number((ours / reference).toPrecision(2))),
      reached: failed ? 'no' : judged,
    }
  })
}

/** The same for people. */
export function markdownOf(rows: Row[], heading: string): string {
  const columns = ['figure', 'goal', 'ours', 'hocuspocus', 'y-websocket', 'bare', 'ratio', 'reached'] as const
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const table = [line(columns), line(columns.map(() => '---')), ...rows.map(row => line(columns.map(key => row[key])))]
  return `${heading}\n\n${table.join('\n')}\n`
}
