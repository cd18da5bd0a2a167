import { type PdfKit, type PdfRef, pdfText } from './pdfkit.ts'
import { type Content, StructElement, type StructTree } from './struct-element.ts'

/** The object that stands for the element in the file; drawn content refers to it before it is complete. */
export function elementRef(pdf: PdfKit, element: StructElement): PdfRef {
  element.ref ??= pdf.ref({})
  return element.ref
}

function attributes({ struct, bbox }: StructElement): Record<string, unknown>[] {
  const table = {
    ...(struct.scope ? { Scope: struct.scope } : {}),
    ...((struct.colSpan ?? 1) > 1 ? { ColSpan: struct.colSpan } : {}),
    ...((struct.rowSpan ?? 1) > 1 ? { RowSpan: struct.rowSpan } : {}),
  }
  return [
    ...(Object.keys(table).length > 0 ? [{ O: 'Table', ...table }] : []),
    ...(struct.numbering ? [{ O: 'List', ListNumbering: struct.numbering }] : []),
    ...(bbox ? [{ O: 'Layout', Placement: 'Block', BBox: bbox }] : []),
  ]
}

function content(child: Content, page: PdfRef | undefined): unknown {
  if ('annotation' in child) return { Type: 'OBJR', Obj: child.annotation, Pg: child.page }
  return child.page === page ? child.mcid : { Type: 'MCR', Pg: child.page, MCID: child.mcid }
}

/**
 * Writes the structure tree as plain objects: pdfkit's own class knows no spans and puts annotations that continue on
 * another page on the wrong one.
 */
export function writeStructure(pdf: PdfKit, tree: StructTree): void {
  const ids: [string, PdfRef][] = []
  const write = (element: StructElement, parent: PdfRef): void => {
    const ref = elementRef(pdf, element)
    const { struct, role } = element
    const children = element.children.filter(child => !(child instanceof StructElement) || child.isWritten)
    const own = children.find(child => !(child instanceof StructElement) && 'mcid' in child) as Content | undefined
    const layout = attributes(element)
    Object.assign(ref.data, {
      Type: 'StructElem',
      S: role,
      P: parent,
      ...(struct.alt ? { Alt: pdfText(struct.alt) } : {}),
      ...(struct.actualText ? { ActualText: pdfText(struct.actualText) } : {}),
      ...(layout.length > 0 ? { A: layout.length === 1 ? layout[0] : layout } : {}),
      ...(own ? { Pg: own.page } : {}),
      K: children.map(child => (child instanceof StructElement ? elementRef(pdf, child) : content(child, own?.page))),
    })
    if (struct.id !== undefined && (role === 'Note' || role === 'TH')) {
      ref.data.ID = pdfText(struct.id)
      ids.push([struct.id, ref])
    }
    for (const child of children) if (child instanceof StructElement) write(child, ref)
    ref.end()
  }
  const root = pdf.getStructTreeRoot()
  root.data.K = [elementRef(pdf, tree.root)]
  write(tree.root, root)
  if (ids.length > 0)
    root.data.IDTree = {
      Names: ids.sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([id, ref]) => [pdfText(id), ref]),
    }
}
