import { dataBlocks } from '#editor/blocks/schemas.ts'
import { type DocumentNode, walk } from '#editor/core/document-node.ts'
import type { ResolvedReport, ResolvedSection } from '#editor/core/resolved-report.ts'
import type { Check } from '../../check.ts'
import { sv } from './sv.ts'

/** Blocks that say something without text of their own. */
const SPEAKING = new Set(['image', ...dataBlocks])

export function isEmpty(content: DocumentNode): boolean {
  let empty = true
  walk(content, node => {
    if (SPEAKING.has(node.type) || node.text?.trim()) empty = false
  })
  return empty
}

/** Whether anything is listed or filled in: what is missing of it, other rules say. */
const isFilledIn = ({ values, tables }: ResolvedSection): boolean =>
  Object.keys(values).length > 0 || tables.some(({ rows }) => rows.length > 0)

const listsUnits = ({ sections }: ResolvedReport, { id }: ResolvedSection): boolean =>
  sections.some(({ unit }) => unit?.head && unit.listedIn === id)

/** Whether a section says anything: in running text, fields, lists, units, or a table that makes itself. */
export const saysNothing = (report: ResolvedReport, section: ResolvedSection): boolean =>
  (section.written === null || isEmpty(section.written)) &&
  !isFilledIn(section) &&
  section.overview === null &&
  !listsUnits(report, section)

/** R09: what the law or the template demands is there, or it says why it is not. A condition counts until it is answered. */
export const requiredSection: Check = {
  rule: 'required-section',
  run: report =>
    report.sections
      .filter(section => section.required !== 'no' && !section.notApplicableReason && saysNothing(report, section))
      .map(section => ({
        rule: 'required-section',
        level: 'stop',
        sectionId: section.id,
        message: sv.empty(section.number, section.heading),
      })),
}
