import PDFDocument from 'pdfkit'
import { nameMissingGlyph } from './embedded-fonts.ts'

/** A PDF object; `data` may be changed until `end`. */
export interface PdfRef {
  data: Record<string, unknown>
  /** @param content what its stream holds, for an object that has one */
  end(content?: Uint8Array | string): void
}

interface NumberTree {
  get(key: number): PdfRef[]
  add(key: number, value: PdfRef): void
}

export interface OutlineItem {
  addItem(
    title: string,
    options: { pageNumber: number; top: number; left: number; fit: false; expanded: boolean },
  ): OutlineItem
}

export interface PdfInfo {
  Title: string
  Author: string
  Subject: string
  Creator: string
  Producer: string
  CreationDate: Date
}

/**
 * pdfkit 0.20.1 as react-pdf's renderer uses it, with the members that its types leave out and tagging needs. They are
 * not a public interface: the tests of this folder hold them to the pinned version.
 */
export interface PdfKit extends NodeJS.ReadableStream {
  page: {
    width: number
    height: number
    dictionary: PdfRef
    annotations: PdfRef[]
    markings: { tag: string }[]
    structParentTreeKey: number
  }
  info: PdfInfo
  options: { lang: string }
  _root: PdfRef
  _font: { name: string; unicode: number[][] }
  _fontCount: number
  endAcroForm(): PdfKit
  outline: OutlineItem
  _id: Uint8Array
  _addInfo(): void
  _write(data: Uint8Array | string): void
  _finalize(): void
  addNamedEmbeddedFile(name: string, file: PdfRef): void
  appendXML(xml: string): void
  ref(data: Record<string, unknown>): PdfRef
  addContent(content: string): PdfKit
  endMarkedContent(): PdfKit
  getStructTreeRoot(): PdfRef
  getStructParentTree(): NumberTree
  createStructParentTreeNextKey(): number
  addNamedDestination(name: string, kind: 'XYZ', left: number | null, top: number, zoom: null): void
  link(x: number, y: number, width: number, height: number, target: string, options?: object): PdfKit
  goTo(x: number, y: number, width: number, height: number, target: string, options?: object): PdfKit
  translate(x: number, y: number): PdfKit
  rotate(degrees: number, options: { origin: [number, number] }): PdfKit
  save(): PdfKit
  restore(): PdfKit
  font(font: unknown, size: number): PdfKit
  fillColor(color: string): PdfKit
  strokeColor(color: string): PdfKit
  lineWidth(width: number): PdfKit
  moveTo(x: number, y: number): PdfKit
  lineTo(x: number, y: number): PdfKit
  stroke(): PdfKit
  widthOfString(text: string): number
  text(text: string, x: number, y: number, options: { lineBreak: false; baseline: 'alphabetic' }): PdfKit
  end(): void
}

/** Signs of a text: as UTF-16 with its mark they fit in a string of 32,767 bytes (ISO 19005-3, 6.1.13). */
const LONGEST = 16_000

/** Strings that pdfkit writes as text; it takes a primitive string for a name. What is too long ends in "…". */
export const pdfText = (text: string): object =>
  new String(text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)

/** Given a font itself, pdfkit makes a new one of it for each run of text, only to find that it has it: so by name. */
function nameFonts(pdf: PdfKit): PdfKit {
  const original = pdf.font.bind(pdf)
  const names = new Map<unknown, string>()
  pdf.font = (font, size) => {
    original(names.get(font) ?? font, size)
    names.set(font, pdf._font.name)
    return pdf
  }
  return pdf
}

/** An empty document, PDF 1.7, tagged and marked as PDF/A-3a. No standard font: PDF/A asks for embedded ones. */
export function createPdf(info: PdfInfo): PdfKit {
  const options = {
    autoFirstPage: false,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    displayTitle: true,
    lang: 'sv-SE',
    font: null,
    info,
  }
  const pdf = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions) as unknown as PdfKit
  nameMissingGlyph(pdf)
  return nameFonts(pdf)
}
