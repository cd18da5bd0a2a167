import { unmetNeeds } from '#editor/core/structure/row-need.ts'
import type { Check } from '../../check.ts'
import { sv } from './sv.ts'

/** R09 across fields and lists: an answer that asks for rows, such as deviations for an åtgärd, has them. */
export const rowNeeds: Check = {
  rule: 'row-needs',
  run: ({ sections }) =>
    sections
      .filter(section => !section.notApplicableReason)
      .flatMap(section =>
        unmetNeeds(section, sections).map(({ level, message }) => ({
          rule: 'row-needs',
          level,
          sectionId: section.id,
          message: sv.unmet(section.number, section.heading, message),
        })),
      ),
}
