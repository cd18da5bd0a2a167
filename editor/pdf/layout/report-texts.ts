import { formatDate } from '../../core/format-date.ts'
import type { ResolvedReport } from '../../core/resolved-report.ts'
import { headingText } from '../document/section.tsx'

/** A section's text as it is printed. */
export type SectionText = (section: ResolvedReport['sections'][number]) => string

/** Every text that is printed, by place. Fixed words are ours and have been drawn before. */
export function* reportTexts(
  resolved: ResolvedReport,
  sectionText: SectionText,
): Generator<{ where: string; text: string }> {
  const { organisation, board, report } = resolved
  const cover = [organisation.name, board.name, board.administration, report.title, report.diaryNumber ?? '']
  yield { where: report.title, text: [...cover, formatDate(report.date)].join(' ') }
  for (const section of resolved.sections) {
    const where = headingText(section)
    yield { where, text: `${where} ${section.lawReferences.join(' ')}` }
    yield { where, text: section.notApplicableReason ?? sectionText(section) }
  }
}
