import { plainText } from '#editor/blocks/plain-text.ts'
import { coverFacts } from '#editor/core/cover-facts.ts'
import { typefaceOf } from '#editor/core/document-profile.ts'
import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import { codePointOf, missingSigns } from '#editor/pdf/text/check-glyphs.ts'
import type { Finding } from '../../../../checks/check.ts'
import type { PreflightRule } from '../../preflight-rule.ts'
import { sv } from './sv.ts'

/** Every printed text with the section that it stands in; null for the cover. */
function* texts(report: ResolvedReport): Generator<{ sectionId: string | null; where: string; text: string }> {
  const { organisation, board } = report
  const facts = coverFacts(report).flatMap(({ label, text }) => [label, text])
  yield {
    sectionId: null,
    where: `”${report.report.title}”`,
    text: [
      organisation.name,
      organisation.profile?.foot ?? '',
      board.name,
      report.report.template.name,
      report.report.title,
      ...facts,
    ].join(' '),
  }
  const context = { data: report.data, imageUrl: () => '' }
  for (const { id, number, heading, lawReferences, notApplicableReason, content } of report.sections) {
    const where = `${number} ${heading}`.trim()
    const text = [where, ...lawReferences, notApplicableReason ?? plainText(content, context)].join(' ')
    yield { sectionId: id, where, text }
  }
}

/** A sign that the PDF's font lacks would be drawn as another one; so no PDF is made with it. */
export const missingGlyph: PreflightRule = {
  rule: 'missing-glyph',
  formats: ['pdf'],
  run: report =>
    [...texts(report)].flatMap(({ sectionId, where, text }): Finding[] => {
      const signs = missingSigns(text, typefaceOf(report)).map(sign => `${sign} (${codePointOf(sign)})`)
      return signs.length
        ? [{ rule: 'missing-glyph', level: 'stop', sectionId, message: sv.missing(signs, where) }]
        : []
    }),
}
