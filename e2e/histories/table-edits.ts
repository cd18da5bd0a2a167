import type { Command } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addRowAfter,
  CellSelection,
  cellAround,
  deleteColumn,
  deleteRow,
  deleteTable,
  mergeCells,
  splitCell,
  toggleHeaderRow,
} from '@tiptap/pm/tables'
import { documentSchema } from '#editor/blocks/document-schema.ts'
import type { Choice, Edit } from './edits.ts'

const insertTable =
  (text: (count: number) => string): Command =>
  (state, dispatch) => {
    const { table, tableRow, tableCell, paragraph } = documentSchema.nodes
    const cell = () => tableCell?.create(null, paragraph?.create(null, documentSchema.text(text(1)))) ?? []
    const row = () => tableRow?.create(null, [cell(), cell()].flat()) ?? []
    const made = table?.create(null, [row(), row()].flat())
    if (made) dispatch?.(state.tr.insert(state.doc.content.size, made))
    return made !== undefined
  }

/** This cell and its neighbour. */
const mergeTwo: Command = (state, dispatch) => {
  const first = cellAround(state.selection.$from)
  const after = first?.nodeAfter && first.pos + first.nodeAfter.nodeSize
  if (!first || !after || !state.doc.resolve(after).nodeAfter) return false
  const both = CellSelection.create(state.doc, first.pos, after)
  return mergeCells(state.apply(state.tr.setSelection(both)), dispatch)
}

export type TableEditName =
  | 'table'
  | 'addRow'
  | 'addColumn'
  | 'deleteRow'
  | 'deleteColumn'
  | 'deleteTable'
  | 'mergeCells'
  | 'splitCell'
  | 'headerRow'

/** @param at tries a command with the caret where the choice says */
export function tableEdits(at: (choice: Choice, command: Command) => Command): Record<TableEditName, Edit> {
  return {
    table: (_choice, text) => insertTable(text),
    addRow: choice => at(choice, addRowAfter),
    addColumn: choice => at(choice, addColumnAfter),
    deleteRow: choice => at(choice, deleteRow),
    deleteColumn: choice => at(choice, deleteColumn),
    deleteTable: choice => at(choice, deleteTable),
    mergeCells: choice => at(choice, mergeTwo),
    splitCell: choice => at(choice, splitCell),
    headerRow: choice => at(choice, toggleHeaderRow),
  }
}
