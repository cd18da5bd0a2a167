import type { Check } from '../../checks/check.ts'
import type { PreflightRule } from './preflight-rule.ts'

/** What keeps a report from being locked must be known of a draft that is sent out too. */
export const asWarning = ({ rule, run }: Check): PreflightRule => ({
  rule,
  formats: ['pdf', 'docx', 'html'],
  run: report => run(report).map(finding => ({ ...finding, level: 'warning' })),
})
