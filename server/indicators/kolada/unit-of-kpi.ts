import type { Unit } from '#editor/core/figure.ts'

export interface KpiUnit {
  unit: Unit
  unitText: string
  decimals: number
}

const scale = (value: string): number => value.split('.')[1]?.length ?? 0

/** Titles say the unit, last and mostly in brackets; the first that fits. */
const TITLES: [RegExp, Unit, string][] = [
  [/(\(%\)|,\s*%|\bandel\s*\(?%|\bandel\b.*%)/i, 'percent', ''],
  [/\b(?:kr(?:onor)?\s*(?:\/|per\s)\s*[\p{L}-]+)/iu, 'other', 'match'],
  [/\bmiljoner kronor\b|\bmnkr\b|\bmkr\b/i, 'mnkr', ''],
  [/\btkr\b|\btusental kronor\b/i, 'tkr', ''],
  [/\(kr\)|,\s*kr\b|\bkronor\b/i, 'kr', ''],
  [/\bindex\b/i, 'index', ''],
  [/\bantal\b.*(?:\/|\bper\s)/i, 'other', ''],
  [/\bantal\b|\binvånare totalt\b/i, 'count', ''],
]

/**
 * Kolada has no unit of its own: it is guessed from the title, and where the values deny the guess it is none.
 * @param values decimals with point
 */
export function unitOfKpi(title: string, values: readonly string[]): KpiUnit {
  const most = Math.max(0, ...values.map(scale))
  const decimals = Math.min(most, 2)
  for (const [pattern, unit, text] of TITLES) {
    const found = pattern.exec(title)
    if (!found) continue
    if (unit === 'percent') return { unit, unitText: '', decimals: Math.min(most, 1) }
    if (unit === 'count' && (most > 0 || values.some(value => value.startsWith('-')))) break
    return { unit, unitText: text === 'match' ? found[0].slice(0, 40) : '', decimals: unit === 'count' ? 0 : decimals }
  }
  return { unit: 'other', unitText: '', decimals }
}
