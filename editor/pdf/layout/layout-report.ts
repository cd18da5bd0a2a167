import type { DocumentNode } from '../../core/document-node.ts'
import { DEFAULT_PROFILE, typefaceOf } from '../../core/document-profile.ts'
import { hasCover, type ResolvedReport } from '../../core/resolved-report.ts'
import type { SigningPage } from '../../core/signing-page.ts'
import type { ContentsEntry } from '../document/contents.tsx'
import { Measuring } from '../document/measuring.ts'
import { findNotes } from '../document/notes.ts'
import { contentRenderers } from '../document/render-content.tsx'
import { beginningPages, contentsPages, coverPages, textPages } from '../document/report-pages.tsx'
import { headingText, sectionAnchor } from '../document/section.tsx'
import { SIGNATURES_ANCHOR } from '../document/signature-page.tsx'
import type { PdfContext, PdfOutputs } from '../pdf-block.ts'
import { rgbPictures } from '../pictures/rgb-pictures.ts'
import { sv } from '../sv.ts'
import { checkGlyphs } from '../text/check-glyphs.ts'
import { registerFonts } from '../text/fonts.ts'
import { bodyText, columnWidth } from '../theme.ts'
import { beginningOf, sizeOfSections } from './beginning.ts'
import { findTallRows } from './find-tall-rows.ts'
import { layoutElement } from './layout-element.ts'
import { type LayoutNode, walkLayout } from './layout-node.ts'
import { measureHeights } from './measure-heights.tsx'
import { mendLines } from './mend-lines.ts'
import { recolour } from './recolour.ts'
import { reportTexts, type SectionText } from './report-texts.ts'

export interface LaidOutReport {
  resolved: ResolvedReport
  pages: LayoutNode[]
  contents: ContentsEntry[]
}

export interface LayoutInput {
  resolved: ResolvedReport
  /** Bytes by image id. */
  images: ReadonlyMap<string, Uint8Array>
  outputs: PdfOutputs
  /** Ends the file with a page where these people can sign. */
  signing?: SigningPage | undefined
  /** A section's text as printed, for the check that the font has every sign. */
  sectionText: SectionText
  onStep?: (step: 'layout' | 'contents') => void
  /** Given the first page alone, before all that takes time; not where that would take about as long as the whole. */
  onFirstPage?: ((first: LaidOutReport) => Promise<void>) | undefined
}

function contextOf({ resolved, images, outputs }: LayoutInput, measuring: Measuring): PdfContext {
  const noteNumbers = new Map<DocumentNode, number>(findNotes(resolved).map((node, index) => [node, index + 1]))
  let count = 0
  return {
    report: resolved,
    width: columnWidth,
    size: bodyText,
    typeface: typefaceOf(resolved),
    id: prefix => `${prefix}-${++count}`,
    image: id => {
      const found = resolved.images[id]
      const bytes = images.get(id)
      return found && bytes ? { ...found, bytes } : null
    },
    noteNumber: node => noteNumbers.get(node) ?? 0,
    headingRole: () => 'P',
    height: measuring.asker(),
    tallerThanPage: measuring.tallerThanPage,
    ...contentRenderers(outputs),
  }
}

/** @param beginning where not all of the report is to be laid out */
async function layoutText(input: LayoutInput, beginning?: ResolvedReport): Promise<LayoutNode[]> {
  const measuring = new Measuring()
  const typeface = typefaceOf(input.resolved)
  const build = () => {
    const context = contextOf(input, measuring)
    return beginning ? beginningPages(beginning, context) : textPages(input.resolved, context, input.signing)
  }
  let element = build()
  if (measuring.questions.length > 0) {
    for (const [key, height] of await measureHeights(measuring.questions, typeface)) measuring.heights.set(key, height)
    element = build()
  }
  for (;;) {
    const pages = (await layoutElement(element)).children ?? []
    const tall = findTallRows(pages, measuring.tall)
    if (tall.length === 0) return pages
    for (const id of tall) measuring.tall.add(id)
    element = build()
  }
}

/** Page index by the id of the node that begins there. */
function pagesById(pages: LayoutNode[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const [index, page] of pages.entries())
    walkLayout(page, ({ props }) => {
      if (props?.id && !found.has(props.id)) found.set(props.id, index)
    })
  return found
}

/** Every heading with its page number. @param before pages before the text */
function contentsOf({ sections }: ResolvedReport, text: LayoutNode[], before: number): ContentsEntry[] {
  const found = pagesById(text)
  const entry = (anchor: string, level: ContentsEntry['level'], heading: string): ContentsEntry => ({
    anchor,
    level,
    text: heading,
    page: before + (found.get(anchor) ?? 0) + 1,
  })
  return [
    ...sections.map(section => entry(sectionAnchor(section.id), section.level, headingText(section))),
    ...(found.has(SIGNATURES_ANCHOR) ? [entry(SIGNATURES_ANCHOR, 1, sv.signatures)] : []),
  ]
}

/** Cover, contents, text. The contents are laid out twice, the second time with page numbers. */
async function withCover(
  resolved: ResolvedReport,
  [cover, ...text]: LayoutNode[],
): Promise<Pick<LaidOutReport, 'pages' | 'contents'>> {
  if (!cover) throw new Error('a report without pages')
  const typeface = typefaceOf(resolved)
  const unknown = contentsOf(resolved, text, 0).map(entry => ({ ...entry, page: null }))
  const empty = (await layoutElement(contentsPages(unknown, typeface))).children ?? []
  const contents = contentsOf(resolved, text, 1 + empty.length)
  const numbered = (await layoutElement(contentsPages(contents, typeface))).children ?? []
  if (numbered.length !== empty.length) throw new Error('the contents changed length with their page numbers')
  return { pages: [cover, ...numbered, ...text], contents }
}

function finish(resolved: ResolvedReport, pages: LayoutNode[]): void {
  mendLines(pages)
  for (const page of pages) recolour(page, (resolved.organisation.profile ?? DEFAULT_PROFILE).accent)
}

const layoutCover = async (resolved: ResolvedReport): Promise<LayoutNode[]> =>
  (await layoutElement(coverPages(resolved))).children ?? []

/** About two pages of text, in letters. */
const BEGINNING = 6000
/** Where more than this share of a report has to be laid out for its first page, doing it twice would delay the whole. */
const MOST_FOR_FIRST_PAGE = 1 / 5

/** The pages of a report's beginning, as far as the first is full; none where that is too much of it. */
async function layoutBeginning(input: LayoutInput): Promise<LayoutNode[]> {
  const most = sizeOfSections(input.resolved.sections) * MOST_FOR_FIRST_PAGE
  for (let size = BEGINNING; ; size *= 2) {
    const beginning = beginningOf(input.resolved, size)
    if (sizeOfSections(beginning.sections) > most) return []
    const pages = await layoutText(input, beginning)
    if (pages.length > 1) return pages
  }
}

async function layoutFirstPage(input: LayoutInput): Promise<LaidOutReport | null> {
  const { resolved } = input
  const [first] = hasCover(resolved) ? await layoutCover(resolved) : await layoutBeginning(input)
  if (!first) return null
  finish(resolved, [first])
  return { resolved, pages: [first], contents: contentsOf(resolved, [], 0) }
}

/**
 * Lays the report out: cover, contents, text; without the first two where its kind of report has none.
 * @throws MissingGlyphError, UnknownContentError
 */
export async function layoutReport(given: LayoutInput): Promise<LaidOutReport> {
  const input = await rgbPictures(given)
  const { resolved, onStep } = input
  const typeface = typefaceOf(resolved)
  registerFonts(typeface)
  checkGlyphs(reportTexts(resolved, input.sectionText, input.signing), typeface)
  const first = input.onFirstPage && (await layoutFirstPage(input))
  if (first) await input.onFirstPage?.(first)
  onStep?.('layout')
  const text = await layoutText(input)
  if (hasCover(resolved)) onStep?.('contents')
  const laidOut = hasCover(resolved)
    ? await withCover(resolved, text)
    : { pages: text, contents: contentsOf(resolved, text, 0) }
  finish(resolved, laidOut.pages)
  return { resolved, ...laidOut }
}
