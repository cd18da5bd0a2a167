import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import type { Finding } from '../../checks/check.ts'
import { imageAlt } from '../../checks/rules/image-alt/image-alt.ts'
import { tableHead } from '../../checks/rules/table-head/table-head.ts'
import type { ExportWish } from '../exports.ts'
import { publicVersion } from '../public-version/public-version.ts'
import { asWarning } from './as-warning.ts'
import type { PreflightRule } from './preflight-rule.ts'
import { imageResolution } from './rules/image-resolution/image-resolution.ts'
import { missingGlyph } from './rules/missing-glyph/missing-glyph.ts'
import { wideTable } from './rules/wide-table/wide-table.ts'
import { withheldFigures } from './rules/withheld-figures/withheld-figures.ts'

const rules: PreflightRule[] = [
  missingGlyph,
  asWarning(imageAlt),
  asWarning(tableHead),
  withheldFigures,
  wideTable,
  imageResolution,
]

/** What must be known before a file is made, in the order of the report; what stops it first. */
export function preflight(
  resolved: ResolvedReport,
  { format, audience }: Pick<ExportWish, 'format' | 'audience'>,
): Finding[] {
  const report = audience === 'public' ? publicVersion(resolved) : resolved
  const order = new Map(report.sections.map(({ id }, index) => [id, index]))
  const place = ({ sectionId }: Finding): number => (sectionId ? (order.get(sectionId) ?? -1) : -1)
  const isStop = ({ level }: Finding): number => Number(level === 'stop')
  return rules
    .filter(({ formats }) => formats.includes(format))
    .flatMap(rule => rule.run(report))
    .sort((one, other) => isStop(other) - isStop(one) || place(one) - place(other))
}
