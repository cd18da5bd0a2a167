import Big from 'big.js'
import type { Better, Figure, Indicator } from '../figure.ts'

/** How a result stands to its target. `near`: not reached, but within tolerance. */
export type Assessment = 'met' | 'near' | 'missed' | 'unknown'

/** How far off is still near: procentenheter of a share, percent of the target for all else. */
const TOLERANCE = { points: 5, percent: 10 }

export type Measured = Pick<Indicator, 'unit' | 'better'>
type Value = Pick<Figure, 'value'> | undefined

export interface AssessedFigures {
  result: Value
  target: Pick<Figure, 'value' | 'goal'> | undefined
  /** What others have; where it is missing, the national target stands in for it. */
  comparison?: Value
  national?: Value
  /** The result of the same period the year before, for targets such as "öka". */
  before?: Value
}

const decimalOf = (figure: Value): Big | null => (figure?.value == null ? null : new Big(figure.value))

function isNear(off: Big, target: Big, { unit }: Measured): boolean {
  if (unit === 'percent') return off.lte(TOLERANCE.points)
  return off.times(100).lte(target.abs().times(TOLERANCE.percent))
}

type Direction = 'up' | 'down' | 'same'

/** A yes is more than a no, and better than others is more than they have. */
const direction = (better: Better): Direction | null =>
  better === 'none' ? null : better === 'down' || better === 'same' ? better : 'up'

function against(result: Big, target: Big | null, towards: Direction | null, measured: Measured): Assessment {
  if (target === null || towards === null) return 'unknown'
  const reached = { up: result.gte(target), down: result.lte(target), same: result.eq(target) }[towards]
  if (reached) return 'met'
  if (measured.unit === 'yesno') return 'missed'
  return isNear(result.minus(target).abs(), target, measured) ? 'near' : 'missed'
}

/** "Öka" and "minska" are reached by any step that way; standing still or going back is not near them. */
function moved(result: Big, before: Big | null, sign: 1 | -1): Assessment {
  if (before === null) return 'unknown'
  return result.cmp(before) === sign ? 'met' : 'missed'
}

/** "Behålla" is reached by what is as good as the year before, or better. */
function kept(result: Big, before: Big | null, measured: Measured): Assessment {
  return against(result, before, direction(measured.better) ?? 'same', measured)
}

/**
 * Whether a target is reached. Values are compared as they are stored, unrounded. Near is within 5 procentenheter of
 * a share, within 10 % of the target for all else. "Öka", "minska" and "behålla" compare with the year before, "som
 * riket" with what others have. A target that stands somewhere else cannot be judged.
 */
export function assessTarget(measured: Measured, figures: AssessedFigures): Assessment {
  const result = decimalOf(figures.result)
  if (result === null) return 'unknown'
  const before = decimalOf(figures.before)
  const others = decimalOf(figures.comparison) ?? decimalOf(figures.national)
  switch (figures.target?.goal) {
    case 'increase':
      return moved(result, before, 1)
    case 'decrease':
      return moved(result, before, -1)
    case 'keep':
      return kept(result, before, measured)
    case 'yes':
      return result.eq(0) ? 'missed' : 'met'
    case 'no':
      return result.eq(0) ? 'met' : 'missed'
    case 'national':
      return against(result, others, direction(measured.better), measured)
    case 'reference':
      return 'unknown'
  }
  const target = decimalOf(figures.target)
  if (target === null && measured.better === 'comparison')
    return against(result, others, direction(measured.better), measured)
  return against(result, target, direction(measured.better), measured)
}
