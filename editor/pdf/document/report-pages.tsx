import { Document, Page } from '@react-pdf/renderer'
import type { PropsWithChildren, ReactElement, ReactNode } from 'react'
import { typefaceOf } from '../../core/document-profile.ts'
import { hasCover, type ResolvedReport } from '../../core/resolved-report.ts'
import type { SigningPage } from '../../core/signing-page.ts'
import { familyOf, type Typeface } from '../../core/typefaces.ts'
import type { PdfContext } from '../pdf-block.ts'
import { bodyText, color, page } from '../theme.ts'
import { type ContentsEntry, contents } from './contents.tsx'
import { cover } from './cover.tsx'
import { documentHead } from './document-head.tsx'
import { drawGroups, keepTogether } from './keep-together.tsx'
import { noteList } from './note-list.tsx'
import { findNotes } from './notes.ts'
import { type PageRun, pageRuns } from './page-runs.ts'
import { pdfSection, sectionPlaces } from './section.tsx'
import { signaturePage } from './signature-page.tsx'

/** Pages of one kind. The other pagination of react-pdf fails on long tables (react-pdf #3452). */
function Pages({
  children,
  typeface,
  paddingTop = page.top,
  isLying = false,
}: PropsWithChildren<{ typeface: Typeface; paddingTop?: number; isLying?: boolean }>): ReactElement {
  return (
    <Page
      size="A4"
      orientation={isLying ? 'landscape' : 'portrait'}
      experimentalPagination
      style={{
        fontFamily: familyOf(typeface),
        fontSize: bodyText.fontSize,
        color: color.ink,
        paddingTop,
        paddingBottom: page.bottom,
        paddingHorizontal: page.side,
      }}
    >
      {children}
    </Page>
  )
}

const coverPage = (resolved: ResolvedReport): ReactElement => (
  <Pages typeface={typefaceOf(resolved)} paddingTop={page.top * 1.2}>
    {cover(resolved)}
  </Pages>
)

const EMPTY_RUN: PageRun = { isLying: false, groups: [] }

const sectionsOf = (resolved: ResolvedReport, context: PdfContext): ReactNode[] => {
  const places = sectionPlaces(resolved.sections)
  return resolved.sections.map((section, index) =>
    pdfSection(section, places[index] ?? { parent: null, depth: 1 }, context),
  )
}

function runPages(resolved: ResolvedReport, content: ReactNode, { typeface }: PdfContext): ReactElement[] {
  const head = hasCover(resolved) ? null : documentHead(resolved)
  const runs = pageRuns(keepTogether(content))
  // A head, or a report without a word, has a page all the same.
  const [first = EMPTY_RUN, ...rest] = runs[0]?.isLying && head ? [EMPTY_RUN, ...runs] : runs
  return [first, ...rest].map((run, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the elements are made once and never reordered
    <Pages key={index} typeface={typeface} isLying={run.isLying}>
      {index === 0 && head}
      {drawGroups(run.groups)}
    </Pages>
  ))
}

/**
 * Cover, or head, and text, and the page for signatures. The contents are laid out apart, when the numbers of these pages
 * are known.
 */
export const textPages = (resolved: ResolvedReport, context: PdfContext, signing?: SigningPage): ReactElement => (
  <Document>
    {hasCover(resolved) && coverPage(resolved)}
    {runPages(resolved, [sectionsOf(resolved, context), noteList(findNotes(resolved), context)], context)}
    {signing && <Pages typeface={context.typeface}>{signaturePage(resolved, signing)}</Pages>}
  </Document>
)

/** The head and the text of what is the beginning of a report, without the notes that come last. */
export const beginningPages = (beginning: ResolvedReport, context: PdfContext): ReactElement => (
  <Document>{runPages(beginning, sectionsOf(beginning, context), context)}</Document>
)

/** The cover by itself. */
export const coverPages = (resolved: ResolvedReport): ReactElement => <Document>{coverPage(resolved)}</Document>

export const contentsPages = (entries: ContentsEntry[], typeface: Typeface): ReactElement => (
  <Document>
    <Pages typeface={typeface}>{contents(entries)}</Pages>
  </Document>
)
