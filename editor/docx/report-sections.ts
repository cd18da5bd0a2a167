import { AlignmentType, type FileChild, HeadingLevel, PageBreak, Paragraph, TableOfContents, TextRun } from 'docx'
import { coverFacts } from '../core/cover-facts.ts'
import { hasCover, type ResolvedReport, type ResolvedSection } from '../core/resolved-report.ts'
import { sv } from '../pdf/sv.ts'
import { cleanText } from './clean-text.ts'
import type { DocxContext } from './docx-block.ts'
import { accentOf, logoParagraph } from './profile.ts'
import { color, style } from './styles.ts'

const LEVEL = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

const line = (text: string, paragraphStyle: string = style.text) =>
  new Paragraph({ style: paragraphStyle, children: [new TextRun(cleanText(text))] })

/** What stands before the first section: cover and contents, or the head of a short document. */
export function openingParagraphs(resolved: ResolvedReport): FileChild[] {
  const { organisation, board, report } = resolved
  return [
    ...logoParagraph(resolved),
    line(organisation.name, style.organisation),
    line(board.name),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.LEFT,
      children: [new TextRun(cleanText(report.title))],
    }),
    ...(report.status === 'draft'
      ? [
          new Paragraph({
            children: [
              new TextRun({ text: sv.draft, bold: true, color: color.draft }),
              new TextRun({ text: sv.draftExplained, color: color.draft, break: 1 }),
            ],
          }),
        ]
      : []),
    ...coverFacts(resolved).map(({ label, text }) => line(`${label}: ${text}`)),
    ...(hasCover(resolved) ? contentsParagraphs(accentOf(resolved)) : []),
  ]
}

const contentsParagraphs = (accent: string): FileChild[] => [
  new Paragraph({ children: [new PageBreak()] }),
  new Paragraph({
    // Not a heading: the list of contents would name itself.
    children: [new TextRun({ text: sv.contents, bold: true, size: 38, color: accent })],
  }),
  new TableOfContents(sv.contents, { hyperlink: true, headingStyleRange: '1-3' }),
  new Paragraph({ children: [new PageBreak()] }),
]

export function sectionParagraphs(section: ResolvedSection, context: DocxContext): FileChild[] {
  const reason = section.notApplicableReason
  return [
    new Paragraph({
      heading: LEVEL[section.level],
      children: [new TextRun(cleanText(`${section.number} ${section.heading}`))],
    }),
    ...(section.lawReferences.length > 0 ? [line(sv.lawReferences(section.lawReferences), style.law)] : []),
    ...(reason === null
      ? context.blocks(section.content.content, context)
      : [
          new Paragraph({
            children: [new TextRun({ text: sv.notApplicable, bold: true }), new TextRun(cleanText(` ${reason}`))],
          }),
        ]),
  ]
}
