export interface Percentiles {
  p50: number
  p95: number
  n: number
}

/** Nearest-rank percentiles, rounded to 0.1. */
export function percentiles(values: number[]): Percentiles {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number): number =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN) * 10) / 10
  return { p50: at(0.5), p95: at(0.95), n: values.length }
}

export const median = (values: number[]): number => percentiles(values).p50
