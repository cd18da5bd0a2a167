import type Big from 'big.js'
import type { Period } from '../period.ts'
import { meanPerMonth } from './mean.ts'

/**
 * What the whole year comes to if it goes on as it began: utfall / months · 12, unrounded. A check of a forecast, no
 * forecast: it knows nothing of seasons.
 * @param total amount of the period, decimal with point
 * @param period one that begins in January; nothing can be said from another
 */
export const extrapolateYear = (total: string | null, { from, to }: Period): Big | null =>
  from === 1 ? (meanPerMonth(total, to)?.times(12) ?? null) : null
