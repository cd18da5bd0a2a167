'use client'

import type { ChainedCommands, Editor } from '@tiptap/core'
import {
  BetweenHorizontalEnd,
  BetweenHorizontalStart,
  BetweenVerticalEnd,
  BetweenVerticalStart,
  Columns3,
  Grid2x2X,
  type LucideIcon,
  PanelLeft,
  PanelTop,
  Rows3,
  TableCellsMerge,
  TableCellsSplit,
  Table as TableIcon,
} from 'lucide-react'
import type { BlockView, ToolAction } from '../../surface/block-view.ts'
import { insertBlock, isOutsideTable } from '../../surface/insert-block.ts'
import { sv } from './sv.ts'

const SIZE = 3

const cells = (type: 'tableHeader' | 'tableCell') => ({
  type: 'tableRow',
  content: Array.from({ length: SIZE }, () => ({ type, content: [{ type: 'paragraph' }] })),
})

const insertTable: ToolAction = {
  label: sv.insert,
  icon: TableIcon,
  isEnabled: isOutsideTable,
  run: editor =>
    void insertBlock(editor, {
      type: 'table',
      content: [cells('tableHeader'), ...Array.from({ length: SIZE - 1 }, () => cells('tableCell'))],
    }),
}

type Command = (chain: ChainedCommands) => ChainedCommands

const action = (label: string, icon: LucideIcon, command: Command): ToolAction => ({
  label,
  icon,
  isEnabled: (editor: Editor) => editor.isActive('table') && command(editor.can().chain()).run(),
  run: editor => void command(editor.chain().focus()).run(),
})

export const table: BlockView = {
  // Without Tiptap's own view the table in the editor is the very table that the server renders, and nothing jumps.
  extend: node => node.extend({ addNodeView: () => null }),
  insert: [
    {
      ...insertTable,
      group: 'insert',
      label: sv.label,
      shortcut: null,
      isActive: editor => editor.isActive('table'),
      isEnabled: editor => editor.isEditable,
      menu: [
        [insertTable],
        [
          action(sv.rowBefore, BetweenHorizontalStart, chain => chain.addRowBefore()),
          action(sv.rowAfter, BetweenHorizontalEnd, chain => chain.addRowAfter()),
          action(sv.columnBefore, BetweenVerticalStart, chain => chain.addColumnBefore()),
          action(sv.columnAfter, BetweenVerticalEnd, chain => chain.addColumnAfter()),
        ],
        [
          action(sv.merge, TableCellsMerge, chain => chain.mergeCells()),
          action(sv.split, TableCellsSplit, chain => chain.splitCell()),
          action(sv.headerRow, PanelTop, chain => chain.toggleHeaderRow()),
          action(sv.headerColumn, PanelLeft, chain => chain.toggleHeaderColumn()),
        ],
        [
          action(sv.deleteRow, Rows3, chain => chain.deleteRow()),
          action(sv.deleteColumn, Columns3, chain => chain.deleteColumn()),
          action(sv.deleteTable, Grid2x2X, chain => chain.deleteTable()),
        ],
      ],
    },
  ],
}

export const tableRow: BlockView = { extend: null, insert: null }
export const tableHeader: BlockView = { extend: null, insert: null }
export const tableCell: BlockView = { extend: null, insert: null }
