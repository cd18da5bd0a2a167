import type { DocumentNode } from '../../core/document-node.ts'
import type { DocxBlock, DocxContext, DocxList } from '../../docx/docx-block.ts'

/** An item's first paragraph has the number or bullet; the rest stands under its text. */
function item(node: DocumentNode, list: DocxList, context: DocxContext) {
  const [first, ...rest] = node.content ?? []
  const after = { ...context, list: null, indent: list.level + 1 }
  // A list first in an item, as after an item that lost its text: it is a level of its own.
  const opening = first ? context.blocks([first], { ...after, list: first.type === 'paragraph' ? list : null }) : []
  return [...opening, ...context.blocks(rest, after)]
}

const list = (kind: DocxList['kind']): DocxBlock => ({
  kind: 'block',
  render: (node, context) => {
    const start = kind === 'numbers' ? Number(node.attrs?.start ?? 1) || 1 : 1
    const own: DocxList = { kind, start, level: context.indent, instance: context.nextList(start) }
    return (node.content ?? []).flatMap(child => item(child, own, context))
  },
})

export const bulletListDocx: DocxBlock = list('bullets')
export const orderedListDocx: DocxBlock = list('numbers')

/** An item that stands outside a list, as a merge can leave it: its text. */
export const listItemDocx: DocxBlock = {
  kind: 'block',
  render: (node, context) => context.blocks(node.content, context),
}
