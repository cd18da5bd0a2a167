import { Node } from '@tiptap/core'
import type { BlockSchema } from '../../core/block.ts'
import { indicatorTableFigures, indicatorTableModel, readQuery } from './model.ts'
import { moveTableOn } from './move-on.ts'
import { stillTable } from './still-table.ts'
import { tableToHtml, tableToText } from './to-html.ts'

/** A table bound to live indicators. The document holds only the query; the figures come from the resolver. */
const IndicatorTable = Node.create({
  name: 'indicatorTable',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes() {
    return {
      indicatorIds: {
        default: [],
        parseHTML: element => JSON.parse(element.getAttribute('data-indicator-ids') ?? '[]'),
        renderHTML: attrs => ({ 'data-indicator-ids': JSON.stringify(attrs.indicatorIds) }),
      },
      // The report's year: results and targets of this year, compared with the year before.
      year: {
        default: null,
        parseHTML: element => Number(element.getAttribute('data-year')) || null,
        renderHTML: attrs => ({ 'data-year': attrs.year }),
      },
      caption: {
        default: '',
        parseHTML: element => element.getAttribute('data-caption') ?? '',
        renderHTML: attrs => ({ 'data-caption': attrs.caption }),
      },
    }
  },
  parseHTML() {
    return [{ tag: 'div[data-indicator-table]' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['div', { 'data-indicator-table': '', ...HTMLAttributes }]
  },
})

export const indicatorTable: BlockSchema = {
  node: IndicatorTable,
  html: (node, { data }) => tableToHtml(indicatorTableModel(readQuery(node), data)),
  text: (node, { data }) => tableToText(indicatorTableModel(readQuery(node), data)),
  figures: node => indicatorTableFigures(readQuery(node)),
  moveOn: moveTableOn,
  still: stillTable,
}
