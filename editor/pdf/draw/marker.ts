import { sv } from '../sv.ts'
import { type PdfKit, type PdfRef, pdfText } from './pdfkit.ts'
import { StructElement } from './struct-element.ts'
import { elementRef } from './write-structure.ts'

const topOf = (annotation: PdfRef): number => Math.max(...[1, 3].map(i => (annotation.data.Rect as number[])[i] ?? 0))

/** Writes marked content (ISO 32000-1, 14.6) around what is drawn: an element's, or an artifact that nobody reads out. */
export class Marker {
  /** The text that is drawn now, and the link in it that is drawn now. */
  private leaf: StructElement | null = null
  private inlineLink: { element: StructElement; target: string; open: boolean } | null = null
  /** The link that stands around whole blocks, drawn now. */
  private blockLink: StructElement | null = null
  private artifacts = 0

  constructor(
    private readonly pdf: PdfKit,
    private readonly linkText: (target: string) => string,
    /** Told of every link that is drawn, with its distance from the top of the page. */
    private readonly onLink: (target: string, top: number) => void,
  ) {
    this.hookLinks()
    this.hookRuns()
  }

  open(element: StructElement): void {
    const { page } = this.pdf
    const marks = this.pdf.getStructParentTree().get(page.structParentTreeKey)
    const mcid = marks.length
    marks.push(elementRef(this.pdf, element))
    page.markings.push({ tag: element.role })
    this.pdf.addContent(`/${element.role} <</MCID ${mcid}>> BDC`)
    element.children.push({ page: page.dictionary, mcid })
  }

  close(): void {
    this.pdf.endMarkedContent()
  }

  openText(element: StructElement): void {
    this.leaf = element
    this.inlineLink = null
    this.open(element)
  }

  closeText(): void {
    this.close()
    this.leaf = null
  }

  /** What belongs to the page and not to the text; readers are told which it is (ISO 14289-1, 7.8). */
  pageArtifact(subtype: 'Header' | 'Footer' | 'Watermark', draw: () => void): void {
    this.beginArtifact(`<</Type /Pagination /Subtype /${subtype}>>`)
    draw()
    this.closeArtifact()
  }

  openArtifact(kind: 'Layout' | 'Pagination'): void {
    this.beginArtifact(`<</Type /${kind}>>`)
  }

  private beginArtifact(properties: string): void {
    this.artifacts++
    this.pdf.page.markings.push({ tag: 'Artifact' })
    this.pdf.addContent(`/Artifact ${properties} BDC`)
  }

  closeArtifact(): void {
    this.close()
    this.artifacts--
  }

  startBlockLink(element: StructElement): void {
    this.blockLink = element
  }

  endBlockLink(): void {
    this.blockLink = null
  }

  /**
   * The element of a link: the block's, the one that goes on from the line before, or a new one in the text. What leads to
   * another place in the document is a reference (ISO 14289-1, 7.9).
   */
  private linkElement(target: string, isWithin: boolean): StructElement | null {
    if (!this.leaf) return this.blockLink
    if (this.inlineLink?.target === target) return this.inlineLink.element
    const around = isWithin ? new StructElement('Reference', { role: 'Reference' }, this.leaf) : this.leaf
    const element = new StructElement('Link', { role: 'Link' }, around)
    this.inlineLink = { element, target, open: false }
    return element
  }

  private hookLinks(): void {
    const { pdf } = this
    for (const method of ['link', 'goTo'] as const) {
      const original = pdf[method].bind(pdf)
      pdf[method] = (x, y, width, height, target, options) => {
        const element = this.artifacts > 0 ? null : this.linkElement(target, method === 'goTo')
        // Running heads and repeated table heads must not hold the same link a second time.
        if (!element) return pdf
        const key = pdf.createStructParentTreeNextKey()
        pdf.getStructParentTree().add(key, elementRef(pdf, element))
        original(x, y, width, height, method === 'link' ? asciiAddress(target) : target, {
          ...options,
          Contents: pdfText(this.linkText(target)),
          StructParent: key,
        })
        const annotation = pdf.page.annotations.at(-1)
        if (annotation) {
          element.children.push({ annotation, page: pdf.page.dictionary })
          this.onLink(target, pdf.page.height - topOf(annotation))
        }
        if (this.leaf && this.inlineLink) {
          this.close()
          this.open(element)
          this.inlineLink.open = true
        }
        return pdf
      }
    }
  }

  /** react-pdf moves on by a run's width when it has drawn it: where the run was a link's, the text goes on. */
  private hookRuns(): void {
    const { pdf } = this
    const original = pdf.translate.bind(pdf)
    pdf.translate = (x, y) => {
      original(x, y)
      if (!this.leaf || y !== 0) return pdf
      if (this.inlineLink?.open) {
        this.close()
        this.open(this.leaf)
        this.inlineLink.open = false
      } else this.inlineLink = null
      return pdf
    }
  }
}

/** An address is ASCII (ISO 32000-1, 12.6.4.7): other letters and spaces as browsers write them. */
const asciiAddress = (address: string): string => (URL.canParse(address) ? new URL(address).href : encodeURI(address))

/** What a screen reader says for a link, by the name of its target. */
export function linkTexts(names: ReadonlyMap<string, string>): (target: string) => string {
  return target => names.get(target) ?? sv.toAddress(target)
}
