import type { ResolvedReport, ResolvedSection } from '#editor/core/resolved-report.ts'
import { type Conflict, conflictsOf, type Holder } from '#editor/core/structure/bounds.ts'
import type { Check, Finding } from '../../check.ts'
import { sv } from './sv.ts'

const RULE = 'field-bounds'

function conflictsIn(own: Holder, { report, sections }: ResolvedReport): Conflict[] {
  return own.fields.flatMap(field => conflictsOf(field, { own, report, sections }))
}

function ofSection(section: ResolvedSection, report: ResolvedReport): Finding[] {
  const { id: sectionId, number, heading, tables } = section
  const own = conflictsIn(section, report).map(({ level, message }) => ({
    rule: RULE,
    level,
    sectionId,
    message: sv.inSection(number, heading, message),
  }))
  const inRows = tables.flatMap(({ kind, rows }) =>
    rows.flatMap(({ values }, index) =>
      conflictsIn({ fields: kind.fields, values }, report).map(({ level, message }) => ({
        rule: RULE,
        level,
        sectionId,
        message: sv.inRow(number, kind.heading, index + 1, message),
      })),
    ),
  )
  return [...own, ...inRows]
}

/** R02 and R04: numbers and dates that the template measures against each other fit together. It says which ones stop. */
export const fieldBounds: Check = {
  rule: RULE,
  run: resolved => [
    ...conflictsIn(resolved.report, resolved).map(({ level, message }) => ({
      rule: RULE,
      level,
      sectionId: null,
      message: sv.ofReport(message),
    })),
    ...resolved.sections.flatMap(section => (section.notApplicableReason ? [] : ofSection(section, resolved))),
  ],
}
