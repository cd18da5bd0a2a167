import type { Struct, StructRole } from '../struct.ts'
import type { PdfRef } from './pdfkit.ts'

/** Drawn content that an element consists of: a marked sequence on a page, or an annotation. */
export type Content = { page: PdfRef; mcid: number } | { page: PdfRef; annotation: PdfRef }

/** An element of the logical structure while the pages are drawn. */
export class StructElement {
  readonly children: (StructElement | Content)[] = []
  ref: PdfRef | null = null
  /** Where a picture stands: left, bottom, right, top, in the page's own coordinates. */
  bbox: [number, number, number, number] | null = null

  constructor(
    readonly role: StructRole | 'Document',
    readonly struct: Partial<Struct>,
    parent: StructElement | null,
  ) {
    parent?.children.push(this)
  }

  /** An empty cell is a cell; any other element that nothing was drawn for is none. */
  get isWritten(): boolean {
    if (this.role === 'TD' || this.role === 'TH' || this.role === 'Lbl') return true
    return this.children.some(child => !(child instanceof StructElement) || child.isWritten)
  }
}

/** The elements of one document by id. */
export class StructTree {
  readonly root = new StructElement('Document', {}, null)
  private readonly byId = new Map<string, StructElement>()

  /** The element of a node. A node that continues on another page gets the one that it began with. */
  element(struct: Struct, parent: StructElement): StructElement {
    const known = struct.id === undefined ? undefined : this.byId.get(struct.id)
    if (known) return known
    const element = new StructElement(struct.role, struct, parent)
    if (struct.id !== undefined) this.byId.set(struct.id, element)
    return element
  }

  /** The section that a heading opens. */
  section({ id, parent }: { id: string; parent: string | null }): StructElement {
    const outer = (parent === null ? undefined : this.byId.get(parent)) ?? this.root
    return this.element({ role: 'Sect', id }, outer)
  }
}
