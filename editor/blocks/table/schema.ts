import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import type { BlockSchema } from '../../core/block.ts'

export const table: BlockSchema = {
  node: Table.extend({
    content: 'tableRow*',
    renderHTML: () => ['table', ['tbody', 0]],
  }).configure({ resizable: false }),
  html: null,
  text: null,
  figures: null,
}

export const tableRow: BlockSchema = {
  node: TableRow.extend({ content: '(tableCell | tableHeader)*' }),
  html: null,
  text: null,
  figures: null,
}

export const tableHeader: BlockSchema = {
  node: TableHeader.extend({ content: 'block*' }),
  html: null,
  text: null,
  figures: null,
}

export const tableCell: BlockSchema = {
  node: TableCell.extend({ content: 'block*' }),
  html: null,
  text: null,
  figures: null,
}
