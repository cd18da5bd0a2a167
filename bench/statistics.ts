export interface Percentiles {
  p50: number
  p95: number
  p99: number
  n: number
}

/** Nearest-rank percentiles, rounded. */
export function percentiles(values: number[], decimals = 1): Percentiles {
  const sorted = Float64Array.from(values).sort()
  const at = (share: number): number => {
    const value = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
    return Math.round(value * 10 ** decimals) / 10 ** decimals
  }
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), n: values.length }
}

/** The middle one, or the mean of the two in the middle. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  return sorted.length % 2 ? upper : (upper + (sorted[sorted.length / 2 - 1] ?? Number.NaN)) / 2
}
