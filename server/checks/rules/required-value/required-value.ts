import type { ResolvedSection } from '#editor/core/resolved-report.ts'
import { fieldValue, isRequired } from '#editor/core/structure/compute.ts'
import type { Field, Values } from '#editor/core/structure/field.ts'
import type { Check } from '../../check.ts'
import { sv } from './sv.ts'

const missing = (fields: readonly Field[], values: Values): string[] =>
  fields
    .filter(field => isRequired(field, values) && fieldValue(fields, values, field.key) === null)
    .map(field => field.label)

/** What is missing in a section's own fields and in its lists, in words. */
function gapsOf({ fields, values, tables }: ResolvedSection): string[] {
  const own = missing(fields, values)
  const inRows = tables.flatMap(({ kind, rows }) =>
    rows.flatMap((row, index) => {
      const labels = missing(kind.fields, row.values)
      return labels.length ? [sv.inRow(kind.heading, index + 1, labels)] : []
    }),
  )
  return [...(own.length ? [sv.own(own)] : []), ...inRows]
}

/** R09 for typed parts: each field that the template asks for has a value, also where another field's answer asks. */
export const requiredValue: Check = {
  rule: 'required-value',
  run: report => {
    const ofReport = missing(report.report.fields, report.report.values)
    return [
      ...(ofReport.length
        ? [{ rule: 'required-value', level: 'stop' as const, sectionId: null, message: sv.ofReport(ofReport) }]
        : []),
      ...report.sections.flatMap(section => {
        const gaps = section.notApplicableReason ? [] : gapsOf(section)
        if (!gaps.length) return []
        const message = sv.ofSection(section.number, section.heading, gaps)
        return [{ rule: 'required-value', level: 'stop' as const, sectionId: section.id, message }]
      }),
    ]
  },
}
