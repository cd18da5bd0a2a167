import { coverFacts } from '../../core/cover-facts.ts'
import type { ResolvedReport } from '../../core/resolved-report.ts'
import type { SigningPage } from '../../core/signing-page.ts'
import { headingText } from '../document/section.tsx'
import { sv } from '../sv.ts'

/** A section's text as it is printed. */
export type SectionText = (section: ResolvedReport['sections'][number]) => string

/** Every text that is printed, by place. Fixed words are ours and have been drawn before. */
export function* reportTexts(
  resolved: ResolvedReport,
  sectionText: SectionText,
  signing?: SigningPage,
): Generator<{ where: string; text: string }> {
  const { organisation, board, report } = resolved
  const facts = coverFacts(resolved).flatMap(({ label, text }) => [label, text])
  yield {
    where: report.title,
    text: [
      organisation.name,
      board.name,
      report.template.name,
      report.title,
      organisation.profile?.foot ?? '',
      ...facts,
    ].join(' '),
  }
  for (const section of resolved.sections) {
    const where = headingText(section)
    yield { where, text: `${where} ${section.lawReferences.join(' ')}` }
    yield { where, text: section.notApplicableReason ?? sectionText(section) }
  }
  const signers = signing?.signers ?? []
  yield {
    where: sv.signatures,
    text: signers.map(({ name, title, capacity }) => `${name} ${title} ${capacity}`).join(' '),
  }
}
