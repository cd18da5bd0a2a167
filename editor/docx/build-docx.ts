import { Document, Footer, Header, Packer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx'
import type { DocumentNode } from '../core/document-node.ts'
import { typefaceOf } from '../core/document-profile.ts'
import type { ResolvedReport } from '../core/resolved-report.ts'
import { familyOf } from '../core/typefaces.ts'
import { findNotes } from '../pdf/document/notes.ts'
import { sv } from '../pdf/sv.ts'
import { cleanText } from './clean-text.ts'
import type { DocxContext, DocxOutputs } from './docx-block.ts'
import { fontTable } from './font-table.ts'
import { accentOf } from './profile.ts'
import { contentRenderers } from './render-content.ts'
import { openingParagraphs, sectionParagraphs } from './report-sections.ts'
import { COLUMN, color, MARGIN, numberingOf, style, stylesOf } from './styles.ts'

const tabStops = [
  { type: TabStopType.CENTER, position: COLUMN / 2 },
  { type: TabStopType.RIGHT, position: COLUMN },
]
const small = { size: 16, color: color.muted }

function header({ organisation, board, report }: ResolvedReport): Header {
  const draft = report.status === 'draft' ? [new TextRun({ ...small, color: color.draft, text: sv.draft })] : []
  return new Header({
    children: [
      new Paragraph({
        tabStops,
        children: [
          new TextRun({ ...small, text: cleanText(`${organisation.name} · ${board.name}\t`) }),
          ...draft,
          new TextRun({ ...small, text: cleanText(`\t${report.diaryNumber ?? sv.noDiaryNumber}`) }),
        ],
      }),
    ],
  })
}

const footer = ({ report, organisation }: ResolvedReport): Footer =>
  new Footer({
    children: [
      new Paragraph({
        tabStops,
        children: [
          new TextRun({ ...small, text: cleanText(`${report.title}\t\t`) }),
          new TextRun({ ...small, children: ['Sida ', PageNumber.CURRENT, ' av ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
      ...(organisation.profile?.foot
        ? [new Paragraph({ children: [new TextRun({ ...small, text: cleanText(organisation.profile.foot) })] })]
        : []),
    ],
  })

function contextOf(
  resolved: ResolvedReport,
  images: ReadonlyMap<string, Uint8Array>,
  notes: DocumentNode[],
  outputs: DocxOutputs,
  starts: number[],
): DocxContext {
  const numbers = new Map(notes.map((node, index) => [node, index + 1]))
  return {
    report: resolved,
    typeface: typefaceOf(resolved),
    width: COLUMN,
    paragraphStyle: style.text,
    align: 'left',
    run: {},
    list: null,
    indent: 0,
    image: id => {
      const found = resolved.images[id]
      const bytes = images.get(id)
      return found && bytes ? { ...found, bytes } : null
    },
    noteNumber: node => numbers.get(node) ?? 0,
    nextList: start => starts.push(start),
    ...contentRenderers(outputs),
  }
}

/**
 * The report as a Word file (DOCX) to go on working with: headings, lists, tables and notes are Word's own.
 * @param images bytes by image id
 * @throws UnknownContentError
 */
export async function buildDocx(
  resolved: ResolvedReport,
  images: ReadonlyMap<string, Uint8Array>,
  outputs: DocxOutputs,
): Promise<Uint8Array> {
  const notes = findNotes(resolved)
  const starts: number[] = []
  const context = contextOf(resolved, images, notes, outputs, starts)
  // What is in it is written first: then it is known where its lists begin.
  const content = resolved.sections.flatMap(section => sectionParagraphs(section, context))
  const document = new Document({
    title: cleanText(resolved.report.title),
    creator: cleanText(`${resolved.organisation.name}, ${resolved.board.name}`),
    styles: stylesOf(accentOf(resolved), familyOf(typefaceOf(resolved))),
    numbering: numberingOf(starts),
    footnotes: Object.fromEntries(
      notes.map((node, index) => [
        index + 1,
        { children: [new Paragraph({ children: context.inline(node.content, { ...context, run: { size: 17 } }) })] },
      ]),
    ),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN },
          },
        },
        headers: { default: header(resolved) },
        footers: { default: footer(resolved) },
        children: [...openingParagraphs(resolved), ...content],
      },
    ],
  })
  return Packer.toBuffer(document, undefined, fontTable(typefaceOf(resolved)))
}
