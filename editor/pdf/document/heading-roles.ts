import type { PdfContext } from '../pdf-block.ts'
import type { StructRole } from '../struct.ts'

const ROLES = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'] as const

/** Tag of a section's own heading. @param depth how many sections it stands in, itself included */
export const sectionRole = (depth: number): StructRole => ROLES[depth - 1] ?? 'H3'

/** Tags of the headings inside a section: levels 4 and 5 follow the section's own without a gap. */
export function headingRoles(sectionDepth: number): PdfContext['headingRole'] {
  let previous = sectionDepth
  return level => {
    const depth = Math.min(sectionDepth + (level - 3), previous + 1)
    previous = depth
    return ROLES[depth - 1] ?? 'H6'
  }
}
