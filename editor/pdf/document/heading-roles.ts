import type { PdfContext } from '../pdf-block.ts'
import type { StructRole } from '../struct.ts'

const ROLES = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'] as const

/** Tag of a section's own heading. */
export const sectionRole = (level: 1 | 2 | 3): StructRole => ROLES[level - 1] ?? 'H3'

/** Tags of the headings inside a section: levels 4 and 5 follow the section's level without a gap. */
export function headingRoles(sectionLevel: 1 | 2 | 3): PdfContext['headingRole'] {
  let previous: number = sectionLevel
  return level => {
    const depth = Math.min(sectionLevel + (level - 3), previous + 1)
    previous = depth
    return ROLES[depth - 1] ?? 'H6'
  }
}
