import type { LayoutNode } from '../layout/layout-node.ts'
import type { Struct } from '../struct.ts'
import type { Marker } from './marker.ts'
import type { PdfKit } from './pdfkit.ts'
import type { SignatureFields } from './signature-fields.ts'
import type { StructElement, StructTree } from './struct-element.ts'

/** Where a node stands, from the left and top of its page. */
interface Place {
  page: number
  left: number
  top: number
}

const inside = ({ box }: LayoutNode, outer: Place): Place => ({
  page: outer.page,
  left: outer.left + (box?.left ?? 0),
  top: outer.top + (box?.top ?? 0),
})

/**
 * A node that draws nothing and calls `paint` when its turn comes: when it is asked for its children. A CANVAS, which
 * react-pdf has for such things, gets a painter of its own each time; a report has ten thousand steps.
 */
export const step = (paint: () => void): LayoutNode => ({
  type: 'STEP',
  children: { forEach: paint } as unknown as LayoutNode[],
})

const paintsItself = ({ box, style }: LayoutNode): boolean =>
  Boolean(
    style?.backgroundColor ||
      box?.borderTopWidth ||
      box?.borderRightWidth ||
      box?.borderBottomWidth ||
      box?.borderLeftWidth,
  )

/** Space above the target of a link, points. */
const ABOVE_TARGET = 10

/**
 * Puts steps between the nodes of the laid-out pages that write marked content around them when they are drawn. What
 * has a `struct` becomes an element; rules, backgrounds and table heads that come again are artifacts.
 */
export class PageMarking {
  /** Page that an element was first drawn on. */
  private readonly firstPage = new Map<string, number>()
  private section: StructElement

  constructor(
    private readonly pdf: PdfKit,
    private readonly tree: StructTree,
    private readonly marker: Marker,
    private readonly fields: SignatureFields,
  ) {
    this.section = tree.root
  }

  page(node: LayoutNode, index: number): LayoutNode {
    const place = { page: index, left: 0, top: 0 }
    return { ...node, children: (node.children ?? []).flatMap(child => this.topLevel(child, place)) }
  }

  /** A section's heading and text are side by side on the page; in the structure the section holds them. */
  private topLevel(node: LayoutNode, place: Place): LayoutNode[] {
    if (node.props?.isFlow) {
      const inner = inside(node, place)
      return [{ ...node, children: (node.children ?? []).flatMap(child => this.topLevel(child, inner)) }]
    }
    const opens = node.props?.struct?.opens
    if (opens) this.section = this.tree.section(opens)
    return this.node(node, this.section, place)
  }

  private node(source: LayoutNode, parent: StructElement, outer: Place): LayoutNode[] {
    const place = inside(source, outer)
    const struct = source.props?.struct
    if (this.isRepeated(source, struct, place)) return this.artifact(source, 'Pagination')
    const { node, before } = this.destination(source, place)
    if (node.type === 'TEXT') return [...before, ...this.text(node, struct, parent)]
    if (node.type === 'IMAGE' || node.type === 'SVG') return [...before, ...this.image(node, struct, parent, place)]
    return [...before, ...this.container(node, struct, parent, place)]
  }

  private isRepeated({ props }: LayoutNode, struct: Struct | undefined, { page }: Place): boolean {
    if (struct?.id === undefined) return false
    const first = this.firstPage.get(struct.id)
    if (first === undefined) this.firstPage.set(struct.id, page)
    return props?.fixed === true && first !== undefined && first !== page
  }

  private artifact(node: LayoutNode, kind: 'Layout' | 'Pagination'): LayoutNode[] {
    return [step(() => this.marker.openArtifact(kind)), node, step(() => this.marker.closeArtifact())]
  }

  /** react-pdf takes a target's place for one on the page, though it is one in the parent: so we set it ourselves. */
  private destination(node: LayoutNode, { left, top }: Place): { node: LayoutNode; before: LayoutNode[] } {
    const { id, ...props } = node.props ?? {}
    if (id === undefined) return { node, before: [] }
    const y = Math.max(0, top - ABOVE_TARGET)
    return { node: { ...node, props }, before: [step(() => this.pdf.addNamedDestination(id, 'XYZ', left, y, null))] }
  }

  private text(node: LayoutNode, struct: Struct | undefined, parent: StructElement): LayoutNode[] {
    if (!struct) throw new Error('text on a page without a place in the structure')
    const element = this.tree.element(struct, parent)
    return [step(() => this.marker.openText(element)), node, step(() => this.marker.closeText())]
  }

  private image(node: LayoutNode, struct: Struct | undefined, parent: StructElement, place: Place): LayoutNode[] {
    if (!struct) return this.artifact(node, 'Layout')
    const element = this.tree.element(struct, parent)
    const draw = () => {
      element.bbox = this.rectangle(node, place)
      this.marker.open(element)
    }
    return [step(draw), node, step(() => this.marker.close())]
  }

  /** Left, bottom, right, top of a node, in the page's own coordinates. */
  private rectangle({ box }: LayoutNode, { left, top }: Place): [number, number, number, number] {
    const { width = 0, height = 0 } = box ?? {}
    const bottom = this.pdf.page.height - top - height
    return [left, bottom, left + width, bottom + height]
  }

  private container(node: LayoutNode, struct: Struct | undefined, parent: StructElement, place: Place): LayoutNode[] {
    const element = struct ? this.tree.element(struct, parent) : parent
    const children = (node.children ?? []).flatMap(child => this.node(child, element, place))
    // A node draws its background and rules just before its children.
    const own = paintsItself(node)
    const drawn = { ...node, children: own ? [step(() => this.marker.closeArtifact()), ...children] : children }
    const before = own ? [step(() => this.marker.openArtifact('Layout'))] : []
    const field = struct?.field
    if (field) return [...before, drawn, step(() => this.fields.add(element, field, this.rectangle(node, place)))]
    if (node.type !== 'LINK') return [...before, drawn]
    return [...before, step(() => this.marker.startBlockLink(element)), drawn, step(() => this.marker.endBlockLink())]
  }
}
