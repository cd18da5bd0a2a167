import renderPdf from '@react-pdf/render'
import { typefaceOf } from '../../core/document-profile.ts'
import { noteAnchor, noteMarkAnchor } from '../document/note-list.tsx'
import { findNotes } from '../document/notes.ts'
import type { LayoutNode } from '../layout/layout-node.ts'
import type { LaidOutReport } from '../layout/layout-report.ts'
import { sv } from '../sv.ts'
import { chromeOf } from './chrome.ts'
import { identifyByContent } from './content-id.ts'
import { drawFoot, drawHead } from './draw-chrome.ts'
import { drawOutline } from './draw-outline.ts'
import { drawWatermark } from './draw-watermark.ts'
import { type EmbeddedFile, embedFiles } from './embed-files.ts'
import { PageMarking, step } from './mark-pages.ts'
import { linkTexts, Marker } from './marker.ts'
import { createPdf, type PdfInfo, type PdfKit } from './pdfkit.ts'
import { SignatureFields } from './signature-fields.ts'
import { StructTree } from './struct-element.ts'
import { writeStructure } from './write-structure.ts'
import { writeXmp } from './xmp.ts'

const render = renderPdf as unknown as (pdf: PdfKit, document: { type: 'DOCUMENT'; children: LayoutNode[] }) => PdfKit

function infoOf({ resolved: { organisation, board, report } }: LaidOutReport, createdAt: Date): PdfInfo {
  return {
    Title: report.title,
    Author: `${organisation.name}, ${board.name}`,
    Subject: report.diaryNumber ? `${sv.diaryNumber} ${report.diaryNumber}` : sv.noDiaryNumber,
    Creator: 'Samskrift',
    Producer: 'pdfkit 0.20.1, react-pdf 4.9.0',
    CreationDate: createdAt,
  }
}

/** What links are called, by target. */
function linkNames({ resolved, contents }: LaidOutReport): Map<string, string> {
  const names = new Map(contents.map(entry => [entry.anchor, sv.toSection(entry.text)]))
  for (const index of findNotes(resolved).keys()) {
    names.set(noteAnchor(index + 1), sv.note(index + 1))
    names.set(noteMarkAnchor(index + 1), sv.backToText(index + 1))
  }
  return names
}

function collect(pdf: PdfKit): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
}

/** The day of the report, never the clock: the same locked report is the same bytes whenever it is drawn. */
const dateOf = ({ resolved }: LaidOutReport): Date => new Date(`${resolved.report.date}T00:00:00Z`)

export interface DrawOptions {
  createdAt?: Date
  files?: readonly EmbeddedFile[]
  /** More pages come in another file, and nobody knows how many: none of these says it. */
  isBeginning?: boolean
  /** Called when a page is drawn, with how many are and how many there will be. */
  onPage?: (drawn: number, total: number) => void
}

/** Draws a laid-out report as a tagged PDF 1.7 that claims PDF/UA-1 and PDF/A-3a. */
export async function drawReport(
  laidOut: LaidOutReport,
  { createdAt = dateOf(laidOut), files = [], isBeginning = false, onPage }: DrawOptions = {},
): Promise<Uint8Array> {
  const pdf = createPdf(infoOf(laidOut, createdAt))
  identifyByContent(pdf)
  writeXmp(pdf)
  const tree = new StructTree()
  const markBacks = new Set<string>()
  const noteMark = new Map([...findNotes(laidOut.resolved).keys()].map(i => [noteAnchor(i + 1), noteMarkAnchor(i + 1)]))
  const marker = new Marker(pdf, linkTexts(linkNames(laidOut)), (target, top) => {
    // The way back from a note leads to the line that its number stands in.
    const mark = noteMark.get(target)
    if (!mark || markBacks.has(mark)) return
    markBacks.add(mark)
    pdf.addNamedDestination(mark, 'XYZ', null, top, null)
  })
  const fields = new SignatureFields(pdf)
  const marking = new PageMarking(pdf, tree, marker, fields)
  const total = laidOut.pages.length
  const typeface = typefaceOf(laidOut.resolved)
  const isDraft = laidOut.resolved.report.status === 'draft'
  const pages = laidOut.pages.map((page, index) => {
    const marked = marking.page(page, index)
    const chrome = () => {
      const lines = chromeOf(laidOut.resolved, index + 1, isBeginning ? null : total)
      if (lines?.head.length) marker.pageArtifact('Header', () => drawHead(pdf, lines, typeface))
      if (lines) marker.pageArtifact('Footer', () => drawFoot(pdf, lines, typeface))
      onPage?.(index + 1, total)
    }
    const beneath = isDraft ? [step(() => marker.pageArtifact('Watermark', () => drawWatermark(pdf, typeface)))] : []
    return { ...marked, children: [...beneath, ...(marked.children ?? []), step(chrome)] }
  })
  const done = collect(pdf)
  const end = pdf.end.bind(pdf)
  pdf.end = () => {
    drawOutline(pdf, laidOut.contents, laidOut.pages)
    writeStructure(pdf, tree)
    fields.write()
    embedFiles(pdf, files, createdAt)
    end()
  }
  render(pdf, { type: 'DOCUMENT', children: pages })
  return done
}
