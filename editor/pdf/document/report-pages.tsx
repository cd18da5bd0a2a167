import { Document, Page } from '@react-pdf/renderer'
import type { PropsWithChildren, ReactElement } from 'react'
import { hasCover, type ResolvedReport } from '../../core/resolved-report.ts'
import type { SigningPage } from '../../core/signing-page.ts'
import type { PdfContext } from '../pdf-block.ts'
import { bodyText, color, FONT, page } from '../theme.ts'
import { type ContentsEntry, contents } from './contents.tsx'
import { cover } from './cover.tsx'
import { documentHead } from './document-head.tsx'
import { keepTogether } from './keep-together.tsx'
import { noteList } from './note-list.tsx'
import { findNotes } from './notes.ts'
import { pdfSection, sectionPlaces } from './section.tsx'
import { signaturePage } from './signature-page.tsx'

/** Pages of one kind. The other pagination of react-pdf fails on long tables (react-pdf #3452). */
function Pages({ children, paddingTop = page.top }: PropsWithChildren<{ paddingTop?: number }>): ReactElement {
  return (
    <Page
      size="A4"
      experimentalPagination
      style={{
        fontFamily: FONT,
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

/**
 * Cover, or head, and text, and the page for signatures. The contents are laid out apart, when the numbers of these pages
 * are known.
 */
export function textPages(resolved: ResolvedReport, context: PdfContext, signing?: SigningPage): ReactElement {
  const places = sectionPlaces(resolved.sections)
  return (
    <Document>
      {hasCover(resolved) && <Pages paddingTop={page.top * 1.2}>{cover(resolved)}</Pages>}
      <Pages>
        {!hasCover(resolved) && documentHead(resolved)}
        {keepTogether([
          resolved.sections.map((section, index) =>
            pdfSection(section, places[index] ?? { parent: null, depth: 1 }, context),
          ),
          noteList(findNotes(resolved), context),
        ])}
      </Pages>
      {signing && <Pages>{signaturePage(resolved, signing)}</Pages>}
    </Document>
  )
}

export const contentsPages = (entries: ContentsEntry[]): ReactElement => (
  <Document>
    <Pages>{contents(entries)}</Pages>
  </Document>
)
