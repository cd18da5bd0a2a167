import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import type { Finding } from '../../checks/check.ts'
import type { ExportFormat } from '../exports.ts'

/**
 * A rule about what a file cannot show as it looks in the editor. Pure, like a check; `stop` keeps the file from being
 * made.
 */
export interface PreflightRule {
  rule: string
  formats: readonly ExportFormat[]
  run(report: ResolvedReport): Finding[]
}
