import { PdfFile } from './read/pdf-file.ts'
import type { Rule } from './rule.ts'
import { rules } from './rules.ts'

/** Places that are told of each rule. */
const TOLD = 3

/** Rules that a file breaks, each with the first places: "M 13-004 Every figure …: Figure 12". A file that cannot be read breaks one too. */
export function findViolations(given: Uint8Array | PdfFile): string[] {
  const file = given instanceof PdfFile ? given : new PdfFile(given)
  return rules.flatMap(rule => {
    const places = placesOf(rule, file)
    return places.length > 0
      ? [`${rule.clauses[0]} ${rule.demands} ${places.length}: ${places.slice(0, TOLD).join('; ')}`]
      : []
  })
}

/** Where a file breaks a rule; what cannot be read as ISO 32000-1 says breaks every rule that has to read it. */
export function placesOf({ find }: Rule, file: PdfFile): string[] {
  try {
    return find(file)
  } catch (error) {
    return [`cannot be read: ${error instanceof Error ? error.message : error}`]
  }
}
