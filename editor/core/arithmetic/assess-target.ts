import Big from 'big.js'
import type { Figure, Indicator } from '../figure.ts'

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

/**
 * A yes is more than a no. "Better than the comparison" does not say whether more or less is better, and nobody may guess:
 * of waiting times less is, of trust more.
 */
function direction({ better, unit }: Measured): Direction | null {
  if (better === 'none') return null
  if (better === 'comparison') return unit === 'yesno' ? 'up' : null
  return better === 'yes' ? 'up' : better
}

function against(result: Big, target: Big | null, measured: Measured, towards = direction(measured)): Assessment {
  if (target === null) return 'unknown'
  if (towards === null) return measured.better === 'comparison' && result.eq(target) ? 'met' : 'unknown'
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
  return against(result, before, measured, measured.better === 'none' ? 'same' : undefined)
}

/**
 * Whether a target is reached. Values are compared as they are stored, unrounded. Near is within 5 procentenheter of
 * a share, within 10 % of the target for all else. "Öka", "minska" and "behålla" compare with the year before, "som
 * riket" with what others have. A target that stands somewhere else cannot be judged.
 *
 * Of an indicator whose direction is "better than the comparison" nobody has said which way that is. Then what is exactly
 * as its target, as riket or as before has reached it, and nothing else can be judged; without a target not even that,
 * since as good as others is not better than they are. Such an indicator is judged when its source says up or down.
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
      return against(result, others, measured)
    case 'reference':
      return 'unknown'
  }
  return against(result, decimalOf(figures.target), measured)
}
