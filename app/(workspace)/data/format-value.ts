import type { Unit } from '#editor/core/figure.ts'
import { formatNumber } from '#editor/core/format-number.ts'

/** "47,1 %", "456". @param value decimal with point */
export function formatValue(value: string, unit: Unit, decimals: number): string {
  const text = formatNumber(value, decimals)
  return unit === 'percent' ? `${text}\u00a0%` : text
}

/** Decimals that show all of a value, and no fewer than its indicator has. */
export const exactDecimals = (decimals: number, ...values: (string | null)[]): number =>
  Math.max(decimals, ...values.map(value => value?.split('.')[1]?.length ?? 0))
