import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import type { Check, Finding } from './check.ts'
import { answeringBoards } from './rules/answering-boards/answering-boards.ts'
import { carriedMeasure } from './rules/carried-measure/carried-measure.ts'
import { carriedText } from './rules/carried-text/carried-text.ts'
import { deferredDate } from './rules/deferred-date/deferred-date.ts'
import { fieldBounds } from './rules/field-bounds/field-bounds.ts'
import { imageAlt } from './rules/image-alt/image-alt.ts'
import { jointAnswers } from './rules/joint-answers/joint-answers.ts'
import { leastRows } from './rules/least-rows/least-rows.ts'
import { missingNumber } from './rules/missing-number/missing-number.ts'
import { movedFigure } from './rules/moved-figure/moved-figure.ts'
import { notYetTaken } from './rules/not-yet-taken/not-yet-taken.ts'
import { requiredSection } from './rules/required-section/required-section.ts'
import { requiredValue } from './rules/required-value/required-value.ts'
import { rowNeeds } from './rules/row-needs/row-needs.ts'
import { sourceChanged } from './rules/source-changed/source-changed.ts'
import { staleYear } from './rules/stale-year/stale-year.ts'
import { tableHead } from './rules/table-head/table-head.ts'

const checks: Check[] = [
  requiredSection,
  requiredValue,
  leastRows,
  fieldBounds,
  rowNeeds,
  imageAlt,
  tableHead,
  missingNumber,
  movedFigure,
  carriedMeasure,
  carriedText,
  staleYear,
  sourceChanged,
  answeringBoards,
  jointAnswers,
  notYetTaken,
  deferredDate,
]

/** Findings of all rules, in the order of the report. */
export function runChecks(report: ResolvedReport): Finding[] {
  const order = new Map(report.sections.map((section, index) => [section.id, index]))
  const place = (finding: Finding): number => (finding.sectionId ? (order.get(finding.sectionId) ?? -1) : -1)
  return checks.flatMap(check => check.run(report)).sort((a, b) => place(a) - place(b))
}
