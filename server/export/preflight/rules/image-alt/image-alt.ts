import { imageAlt as check } from '../../../../checks/rules/image-alt/image-alt.ts'
import type { PreflightRule } from '../../preflight-rule.ts'

/** What keeps a report from being locked must be known of a draft that is sent out too. */
export const imageAlt: PreflightRule = {
  rule: 'image-alt',
  formats: ['pdf', 'docx', 'html'],
  run: report => check.run(report).map(finding => ({ ...finding, level: 'warning' })),
}
