import { Node } from '@tiptap/core'
import type { BlockSchema } from '../../core/block.ts'
import { captionAttribute, chosen, yearAttribute } from '../../core/data-block/attribute.ts'
import { moveQueryOn, readDataQuery } from '../../core/data-block/query.ts'
import { paragraphs, strongLine } from '../../core/structure/print/nodes.ts'
import { itemFigures, itemsOf, readStatusItem } from './item.ts'
import { listSources } from './model.ts'
import { asTableNode, captionOf, itemHtml, itemText, listHtml, listText } from './output.ts'
import { sv } from './sv.ts'

/** Goals with how they stand. Content stays lax, as everywhere: see the list block. */
const StatusList = Node.create({
  name: 'statusList',
  group: 'block',
  content: 'statusItem*',
  isolating: true,
  draggable: true,
  addAttributes: () => ({
    caption: captionAttribute,
    // The year that the caption speaks of; each goal has its own.
    year: yearAttribute,
  }),
  parseHTML() {
    return [{ tag: 'div[data-status-list]' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['div', { 'data-status-list': '', ...HTMLAttributes }, 0]
  },
})

/** One goal; its analysis is written in it. */
const StatusItem = Node.create({
  name: 'statusItem',
  content: '(paragraph | bulletList | orderedList)*',
  isolating: true,
  defining: true,
  addAttributes: () => ({
    goal: {
      default: '',
      parseHTML: element => element.getAttribute('data-goal') ?? '',
      renderHTML: attrs => ({ 'data-goal': attrs.goal }),
    },
    indicatorId: chosen('indicatorId', 'data-indicator-id'),
    status: chosen('status', 'data-status'),
    year: yearAttribute,
    part: chosen('part', 'data-part'),
  }),
  parseHTML() {
    return [{ tag: 'div[data-status-item]' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['div', { 'data-status-item': '', ...HTMLAttributes }, 0]
  },
})

export const statusList: BlockSchema = {
  node: StatusList,
  html: (node, { data }, inner) => listHtml(node, data, inner()),
  text: (node, { data }, inner) => listText(node, data, inner()),
  figures: node => itemsOf(node).flatMap(item => itemFigures(readStatusItem(item))),
  moveOn: (node, years) => moveQueryOn(node, years),
  still: (node, data) =>
    itemsOf(node).length
      ? [
          ...(captionOf(node) ? [strongLine(captionOf(node))] : []),
          asTableNode(node, data),
          ...listSources(node, data).flatMap(paragraphs),
        ]
      : paragraphs(sv.emptyList),
}

export const statusItem: BlockSchema = {
  node: StatusItem,
  html: (node, { data }, inner) => itemHtml(node, data, inner()),
  text: (node, { data }, inner) => itemText(node, data, inner()),
  // Its list asks for them.
  figures: null,
  moveOn: (node, years) => {
    const { year } = readDataQuery(node)
    return year ? { ...node, attrs: { ...node.attrs, year: year + years } } : node
  },
}
