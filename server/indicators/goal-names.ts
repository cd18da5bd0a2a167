import type { Goal } from '#editor/core/figure.ts'

/** Targets in words, as Swedish plans write them. */
export const GOAL_NAMES: Record<Goal, string> = {
  increase: 'öka',
  decrease: 'minska',
  keep: 'behålla',
  yes: 'ja',
  no: 'nej',
  national: 'som riket',
  reference: 'hänvisning',
}
