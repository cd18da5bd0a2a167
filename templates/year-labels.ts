import { mapTexts } from './map-texts.ts'
import type { Template } from './template.ts'

const YEAR = /\{år([+-]\d)?\}/g

/** "Utfall {år-1}" of a report for 2024 → "Utfall 2023". */
export const fillYear = (text: string, year: number): string =>
  text.replace(YEAR, (_all, by: string | undefined) => String(year + Number(by ?? 0)))

/** The same in every text of a value that JSON carries. */
export const fillYears = <T>(value: T, year: number): T => mapTexts(value, text => fillYear(text, year))

const filled = new WeakMap<Template, Map<number, Template>>()

/**
 * A template as a report for the year has it: columns, notes and start rows name years. Title and att-satser keep their
 * patterns, which are filled in where a report or a decision is made.
 */
export function templateOfYear(template: Template, year: number): Template {
  const known = filled.get(template) ?? new Map<number, Template>()
  filled.set(template, known)
  const { fields, sections } = template
  const made = known.get(year) ?? { ...template, ...fillYears({ fields, sections }, year) }
  known.set(year, made)
  return made
}

/** A text that the template began with for one year, as it begins for another; null for what somebody has written. */
export function movedStart(
  text: string,
  patterns: readonly (string | undefined)[],
  { from, to }: { from: number; to: number },
): string | null {
  const pattern = patterns.find(one => one !== undefined && fillYear(one, from) === text && fillYear(one, to) !== text)
  return pattern === undefined ? null : fillYear(pattern, to)
}
