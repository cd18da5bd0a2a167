import type { ResolvedReport } from '#editor/core/resolved-report.ts'

export interface Finding {
  rule: string
  /** `stop` keeps the report from being locked. */
  level: 'stop' | 'warning'
  /** Section to look at; null where the finding is about the whole report. */
  sectionId: string | null
  /** Swedish, says what is wrong and what to do. */
  message: string
  /** Another report where it is put right. */
  link?: { reportId: string; title: string; board: string }
}

/** A rule is pure: the same resolved report always gives the same findings. */
export interface Check {
  rule: string
  run(report: ResolvedReport): Finding[]
}
