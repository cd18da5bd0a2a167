import type { ResolvedReport, ResolvedSection } from '#editor/core/resolved-report.ts'
import { fieldValue, isAsked, isRequired } from '#editor/core/structure/compute.ts'
import type { Field, Values } from '#editor/core/structure/field.ts'
import type { Check, Finding } from '../../check.ts'
import { sv } from './sv.ts'

type Level = Finding['level']
const ASKS = { stop: isRequired, warning: isAsked } satisfies Record<Level, typeof isRequired>

const missing = (fields: readonly Field[], values: Values, level: Level): string[] =>
  fields
    .filter(field => ASKS[level](field, values) && fieldValue(fields, values, field.key) === null)
    .map(field => field.label)

/** What is missing in a section's own fields and in its lists, in words. */
function gapsOf({ fields, values, tables }: ResolvedSection, level: Level): string[] {
  const own = missing(fields, values, level)
  const inRows = tables.flatMap(({ kind, rows }) =>
    rows.flatMap((row, index) => {
      const labels = missing(kind.fields, row.values, level)
      return labels.length ? [sv.inRow(kind.heading, index + 1, labels)] : []
    }),
  )
  return [...(own.length ? [sv.own(own)] : []), ...inRows]
}

const RULE = 'required-value'

function findingsAt(level: Level, { report, sections }: ResolvedReport): Finding[] {
  const words = sv[level]
  const ofReport = missing(report.fields, report.values, level)
  return [
    ...(ofReport.length ? [{ rule: RULE, level, sectionId: null, message: words.ofReport(ofReport) }] : []),
    ...sections.flatMap(section => {
      const gaps = section.notApplicableReason ? [] : gapsOf(section, level)
      if (!gaps.length) return []
      const message = words.ofSection(section.number, section.heading, gaps)
      return [{ rule: RULE, level, sectionId: section.id, message }]
    }),
  ]
}

/**
 * R09 for typed parts: each field that the template asks for has a value, also where another field's answer asks. The
 * template says what stops and what is only asked for.
 */
export const requiredValue: Check = {
  rule: RULE,
  run: report => [...findingsAt('stop', report), ...findingsAt('warning', report)],
}
