export interface Scale {
  min: number
  max: number
  /** Values that the axis names, rising; the first is `min`, the last is `max`. */
  ticks: number[]
  /** Decimals that it takes to tell them apart. */
  decimals: number
}

/** Below this the values are as good as nothing, and so few decimals could not tell its ticks apart. */
const LEAST_RANGE = 1e-4

const STEPS = [1, 2, 2.5, 5, 10]

/**
 * An axis that holds all the values and nothing: bars are as long as what they stand for.
 * @param values in any order; none at all gives an axis from 0 to 1
 * @param wanted about how many steps it has
 */
export function scaleFor(values: readonly number[], wanted = 5): Scale {
  const low = Math.min(0, ...values)
  const most = Math.max(0, ...values)
  const high = most - low < LEAST_RANGE ? 1 : most
  const range = high - low
  const power = 10 ** Math.floor(Math.log10(range / wanted))
  const step = (STEPS.find(one => one * power >= range / wanted) ?? 10) * power
  const first = Math.floor(low / step)
  const last = Math.max(Math.ceil(high / step), first + 1)
  const decimals = Math.max(0, ...[0, 1, 2, 3, 4, 5, 6].filter(places => !isWhole(step * 10 ** (places - 1))))
  // Counted from whole numbers, so that no tick is 0.30000000000000004.
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toFixed(decimals)),
  )
  return { min: ticks[0] ?? 0, max: ticks.at(-1) ?? 1, ticks, decimals }
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-9

/** Where a value stands between two ends of an axis. */
export const place = ({ min, max }: Scale, value: number, from: number, to: number): number =>
  from + ((value - min) / (max - min)) * (to - from)
