import { type PdfKit, type PdfRef, pdfText } from './pdfkit.ts'
import type { StructElement } from './struct-element.ts'
import { elementRef } from './write-structure.ts'

/** The annotation is printed (ISO 32000-1, 12.5.3). */
const PRINT = 4
/** There are signature fields, and whoever signs must append to the file (ISO 32000-1, 12.7.2). */
const SIGNATURES_EXIST_AND_APPEND_ONLY = 3

/**
 * Empty signature fields that whoever signs fills in: widgets with a place on the page, a name for screen readers and
 * an appearance, as PDF/UA-1 and PDF/A-3 ask for. pdfkit's own forms want a font that is not embedded.
 */
export class SignatureFields {
  private readonly widgets: PdfRef[] = []

  constructor(private readonly pdf: PdfKit) {}

  /** A field on the page that is drawn now. @param rectangle left, bottom, right, top */
  add(
    element: StructElement,
    { name, description }: { name: string; description: string },
    rectangle: [number, number, number, number],
  ): void {
    const { pdf } = this
    // Short enough that whoever signs writes the same numbers again.
    const corners = rectangle.map(part => Math.round(part * 100) / 100)
    const key = pdf.createStructParentTreeNextKey()
    pdf.getStructParentTree().add(key, elementRef(pdf, element))
    const appearance = pdf.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, rectangle[2] - rectangle[0], rectangle[3] - rectangle[1]],
      Resources: {},
    })
    appearance.end('q Q')
    const widget = pdf.ref({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: pdfText(name),
      TU: pdfText(description),
      F: PRINT,
      Rect: corners,
      P: pdf.page.dictionary,
      StructParent: key,
      AP: { N: appearance },
    })
    widget.end()
    pdf.page.annotations.push(widget)
    this.widgets.push(widget)
    element.children.push({ annotation: widget, page: pdf.page.dictionary })
  }

  /** The form that the fields make up; nothing where there are none. */
  write(): void {
    if (this.widgets.length === 0) return
    const { pdf } = this
    const form = pdf.ref({ Fields: this.widgets, SigFlags: SIGNATURES_EXIST_AND_APPEND_ONLY })
    form.end()
    pdf._root.data.AcroForm = form
    // It would add fonts to a form of its own.
    pdf.endAcroForm = () => pdf
  }
}
