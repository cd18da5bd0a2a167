import { tableHead as check } from '../../../../checks/rules/table-head/table-head.ts'
import type { PreflightRule } from '../../preflight-rule.ts'

/** What keeps a report from being locked must be known of a draft that is sent out too. */
export const tableHead: PreflightRule = {
  rule: 'table-head',
  formats: ['pdf', 'docx', 'html'],
  run: report => check.run(report).map(finding => ({ ...finding, level: 'warning' })),
}
